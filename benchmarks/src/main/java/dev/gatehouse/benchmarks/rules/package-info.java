/** What a decision about an address costs, beside what others' checks of one do. */
@NullMarked
package dev.gatehouse.benchmarks.rules;

import org.jspecify.annotations.NullMarked;
