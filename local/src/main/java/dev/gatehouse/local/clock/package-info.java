/** The clock of the local emulator, which a test moves forward. */
@NullMarked
package dev.gatehouse.local.clock;

import org.jspecify.annotations.NullMarked;
