/** Cognito user pools on one machine. */
@NullMarked
package dev.gatehouse.local.cognito;

import org.jspecify.annotations.NullMarked;
