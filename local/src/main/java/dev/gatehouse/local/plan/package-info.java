/** Reads plan.json. */
@NullMarked
package dev.gatehouse.local.plan;

import org.jspecify.annotations.NullMarked;
