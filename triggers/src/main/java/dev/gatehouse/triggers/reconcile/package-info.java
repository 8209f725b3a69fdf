/** Writes into the users table every confirmed user of the pool who is missing there. */
@NullMarked
package dev.gatehouse.triggers.reconcile;

import org.jspecify.annotations.NullMarked;
