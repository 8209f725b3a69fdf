/** Copies a confirmed user into the users table. */
@NullMarked
package dev.gatehouse.triggers.postconfirmation;

import org.jspecify.annotations.NullMarked;
