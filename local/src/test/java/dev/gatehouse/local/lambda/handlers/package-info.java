/** Handlers that show how a function can behave towards the emulator. */
@NullMarked
package dev.gatehouse.local.lambda.handlers;

import org.jspecify.annotations.NullMarked;
