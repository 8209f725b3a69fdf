/** The Pulumi program, which declares the AWS account. */
@NullMarked
package dev.gatehouse.pulumi;

import org.jspecify.annotations.NullMarked;
