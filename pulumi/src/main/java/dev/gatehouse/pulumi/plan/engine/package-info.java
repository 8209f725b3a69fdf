/** A Pulumi engine that creates nothing and records what a program registers. */
@NullMarked
package dev.gatehouse.pulumi.plan.engine;

import org.jspecify.annotations.NullMarked;
