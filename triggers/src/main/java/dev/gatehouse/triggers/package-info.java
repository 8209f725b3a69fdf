/** Functions that Cognito calls, and the one that finishes what they could not. */
@NullMarked
package dev.gatehouse.triggers;

import org.jspecify.annotations.NullMarked;
