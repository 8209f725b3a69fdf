/** The web page that shows emails, users and function calls. */
@NullMarked
package dev.gatehouse.local.console;

import org.jspecify.annotations.NullMarked;
