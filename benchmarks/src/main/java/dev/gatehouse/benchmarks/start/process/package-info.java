/** Processes of functions, as Lambda starts them. */
@NullMarked
package dev.gatehouse.benchmarks.start.process;

import org.jspecify.annotations.NullMarked;
