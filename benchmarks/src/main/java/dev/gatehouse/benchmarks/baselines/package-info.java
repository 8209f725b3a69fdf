/** The baselines: empty functions, and naive versions of ours. */
@NullMarked
package dev.gatehouse.benchmarks.baselines;

import org.jspecify.annotations.NullMarked;
