/** What the functions are measured against: nothing at all, and the same written without care. */
@NullMarked
package dev.gatehouse.benchmarks.baselines;

import org.jspecify.annotations.NullMarked;
