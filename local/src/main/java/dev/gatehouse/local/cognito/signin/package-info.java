/** The authentication flows. */
@NullMarked
package dev.gatehouse.local.cognito.signin;

import org.jspecify.annotations.NullMarked;
