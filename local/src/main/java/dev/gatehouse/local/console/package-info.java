/** The page that shows people what happened on the machine. */
@NullMarked
package dev.gatehouse.local.console;

import org.jspecify.annotations.NullMarked;
