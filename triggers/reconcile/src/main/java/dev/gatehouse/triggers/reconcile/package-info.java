/** A scheduled comparison of the user pool with the users table. */
@NullMarked
package dev.gatehouse.triggers.reconcile;

import org.jspecify.annotations.NullMarked;
