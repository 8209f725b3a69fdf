/** The emulator's console in a browser, and its HTTP calls for test code. */
@NullMarked
package dev.gatehouse.integrationtests.console;

import org.jspecify.annotations.NullMarked;
