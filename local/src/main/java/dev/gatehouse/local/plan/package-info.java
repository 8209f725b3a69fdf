/** The recorded plan of the Pulumi program, plan.json. */
@NullMarked
package dev.gatehouse.local.plan;

import org.jspecify.annotations.NullMarked;
