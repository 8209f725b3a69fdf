/** The recording of the Pulumi program as plan.json, without a cloud or the Pulumi CLI. */
@NullMarked
package dev.gatehouse.pulumi.plan;

import org.jspecify.annotations.NullMarked;
