/** Faults that are switched on for services and functions. */
@NullMarked
package dev.gatehouse.local.faults;

import org.jspecify.annotations.NullMarked;
