/** The user pool of Amazon Cognito, and the meaning of its errors. */
@NullMarked
package dev.gatehouse.api.cognito;

import org.jspecify.annotations.NullMarked;
