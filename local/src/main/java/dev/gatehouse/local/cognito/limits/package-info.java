/** Limits on attempts, per user. */
@NullMarked
package dev.gatehouse.local.cognito.limits;

import org.jspecify.annotations.NullMarked;
