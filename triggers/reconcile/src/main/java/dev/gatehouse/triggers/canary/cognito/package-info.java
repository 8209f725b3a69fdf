/** The user pool of the canary in Amazon Cognito. */
@NullMarked
package dev.gatehouse.triggers.canary.cognito;

import org.jspecify.annotations.NullMarked;
