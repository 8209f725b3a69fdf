/** The clients that people use, each with its own configuration, against one running emulator. */
@NullMarked
package dev.gatehouse.clients;

import org.jspecify.annotations.NullMarked;
