/** Writes down what the program declares, as plan.json, with no cloud and no CLI. */
@NullMarked
package dev.gatehouse.pulumi.plan;

import org.jspecify.annotations.NullMarked;
