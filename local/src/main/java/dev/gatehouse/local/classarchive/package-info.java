/** The JVM's archive of the emulator's classes. */
@NullMarked
package dev.gatehouse.local.classarchive;

import org.jspecify.annotations.NullMarked;
