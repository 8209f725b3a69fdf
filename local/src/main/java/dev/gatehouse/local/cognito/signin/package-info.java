/** The ways to sign in. */
@NullMarked
package dev.gatehouse.local.cognito.signin;

import org.jspecify.annotations.NullMarked;
