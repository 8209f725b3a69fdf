/** What is measured: functions of the plan, baselines, their events and samples. */
@NullMarked
package dev.gatehouse.benchmarks.start.measured;

import org.jspecify.annotations.NullMarked;
