/** The tokens that a user pool issues and accepts. */
@NullMarked
package dev.gatehouse.local.cognito.tokens;

import org.jspecify.annotations.NullMarked;
