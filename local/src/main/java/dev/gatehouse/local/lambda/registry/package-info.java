/** Functions, versions, aliases and resource policies of the plan. */
@NullMarked
package dev.gatehouse.local.lambda.registry;

import org.jspecify.annotations.NullMarked;
