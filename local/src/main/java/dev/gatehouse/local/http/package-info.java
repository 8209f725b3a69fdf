/** HTTP: requests, responses, and the ports of the emulator. */
@NullMarked
package dev.gatehouse.local.http;

import org.jspecify.annotations.NullMarked;
