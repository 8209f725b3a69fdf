/** The emulator under load, beside other emulators and an earlier commit. */
@NullMarked
package dev.gatehouse.benchmarks.load;

import org.jspecify.annotations.NullMarked;
