/** The Secure Remote Password protocol (SRP-6a) as Cognito's USER_SRP_AUTH uses it. */
@NullMarked
package dev.gatehouse.local.cognito.srp;

import org.jspecify.annotations.NullMarked;
