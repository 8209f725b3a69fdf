/** Writes into the users table, later, whom post confirmation could not write. */
@NullMarked
package dev.gatehouse.triggers.deferredusers;

import org.jspecify.annotations.NullMarked;
