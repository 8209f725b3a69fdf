/** The start of a function: CPU time, wall-clock time, memory, archive size, price. */
@NullMarked
package dev.gatehouse.benchmarks.start;

import org.jspecify.annotations.NullMarked;
