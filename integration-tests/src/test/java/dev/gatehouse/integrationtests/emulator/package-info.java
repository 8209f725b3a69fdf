/** The local emulator as the tests start, configure and stop it. */
@NullMarked
package dev.gatehouse.integrationtests.emulator;

import org.jspecify.annotations.NullMarked;
