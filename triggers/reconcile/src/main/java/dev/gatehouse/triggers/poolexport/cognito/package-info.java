/** The exported user pool of Amazon Cognito. */
@NullMarked
package dev.gatehouse.triggers.poolexport.cognito;

import org.jspecify.annotations.NullMarked;
