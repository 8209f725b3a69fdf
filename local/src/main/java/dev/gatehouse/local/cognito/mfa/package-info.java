/** Second factors: codes of authenticator apps and by e-mail. */
@NullMarked
package dev.gatehouse.local.cognito.mfa;

import org.jspecify.annotations.NullMarked;
