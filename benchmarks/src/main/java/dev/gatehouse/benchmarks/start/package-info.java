/** What the start of a function costs: processor time, waiting time, memory, size, money. */
@NullMarked
package dev.gatehouse.benchmarks.start;

import org.jspecify.annotations.NullMarked;
