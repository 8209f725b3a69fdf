/** The functions that a pool calls. */
@NullMarked
package dev.gatehouse.local.cognito.triggers;

import org.jspecify.annotations.NullMarked;
