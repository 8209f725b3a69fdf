/** The roles of the stack, and IAM policies as pure functions of names and ARNs. */
@NullMarked
package dev.gatehouse.pulumi.iam;

import org.jspecify.annotations.NullMarked;
