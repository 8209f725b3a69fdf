/** The Lambda triggers of user pools. */
@NullMarked
package dev.gatehouse.local.cognito.triggers;

import org.jspecify.annotations.NullMarked;
