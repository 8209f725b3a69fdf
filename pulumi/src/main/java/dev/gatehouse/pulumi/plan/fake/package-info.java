/** Fake outputs of AWS resources: ids, ARNs and other computed values, in the formats of AWS. */
@NullMarked
package dev.gatehouse.pulumi.plan.fake;

import org.jspecify.annotations.NullMarked;
