/** The HTTP calls for test code, at {@code /_gatehouse/}. */
@NullMarked
package dev.gatehouse.local.control;

import org.jspecify.annotations.NullMarked;
