/** Cognito's errors, and the constraints on members of its requests. */
@NullMarked
package dev.gatehouse.local.cognito.protocol;

import org.jspecify.annotations.NullMarked;
