/** Child processes of the emulator. */
@NullMarked
package dev.gatehouse.local.process;

import org.jspecify.annotations.NullMarked;
