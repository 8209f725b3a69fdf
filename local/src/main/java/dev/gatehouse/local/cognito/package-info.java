/** Amazon Cognito user pools in the local emulator. */
@NullMarked
package dev.gatehouse.local.cognito;

import org.jspecify.annotations.NullMarked;
