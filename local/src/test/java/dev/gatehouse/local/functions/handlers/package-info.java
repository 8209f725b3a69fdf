/** Functions that show what a function can do to the machine it runs on. */
@NullMarked
package dev.gatehouse.local.functions.handlers;

import org.jspecify.annotations.NullMarked;
