/** The tables and charts of docs/benchmarks.md. */
@NullMarked
package dev.gatehouse.benchmarks.start.report;

import org.jspecify.annotations.NullMarked;
