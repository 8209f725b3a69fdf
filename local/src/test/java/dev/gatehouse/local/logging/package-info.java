/** What the emulator logs, for tests. */
@NullMarked
package dev.gatehouse.local.logging;

import org.jspecify.annotations.NullMarked;
