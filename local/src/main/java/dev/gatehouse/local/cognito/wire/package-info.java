/** The wire form of Cognito's API: what comes in, what is checked, what goes out. */
@NullMarked
package dev.gatehouse.local.cognito.wire;

import org.jspecify.annotations.NullMarked;
