/** Benchmarks of starts, archive sizes and e-mail rules, run on demand. */
@NullMarked
package dev.gatehouse.benchmarks;

import org.jspecify.annotations.NullMarked;
