/** The operations on policies that clients can change: of roles, and of SES identities. */
@NullMarked
package dev.gatehouse.local.iam.operations;

import org.jspecify.annotations.NullMarked;
