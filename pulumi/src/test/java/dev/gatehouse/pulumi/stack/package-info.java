/** Stacks in the state of the real Pulumi engine, compared with plans. */
@NullMarked
package dev.gatehouse.pulumi.stack;

import org.jspecify.annotations.NullMarked;
