/** The function that exports the user pool, so that it can be rebuilt. */
@NullMarked
package dev.gatehouse.triggers.poolexport;

import org.jspecify.annotations.NullMarked;
