/** What it costs: start, size and decisions, measured on demand. */
@NullMarked
package dev.gatehouse.benchmarks;

import org.jspecify.annotations.NullMarked;
