/** Functions that Cognito calls. */
@NullMarked
package dev.gatehouse.triggers;

import org.jspecify.annotations.NullMarked;
