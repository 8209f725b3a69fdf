/** The user pool of Amazon Cognito. */
@NullMarked
package dev.gatehouse.triggers.reconcile.cognito;

import org.jspecify.annotations.NullMarked;
