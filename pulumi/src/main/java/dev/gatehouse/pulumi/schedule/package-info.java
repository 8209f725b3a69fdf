/** Functions that a schedule invokes. */
@NullMarked
package dev.gatehouse.pulumi.schedule;

import org.jspecify.annotations.NullMarked;
