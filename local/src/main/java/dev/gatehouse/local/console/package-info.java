/** The console: web pages with mails, users, requests, function calls and logs. */
@NullMarked
package dev.gatehouse.local.console;

import org.jspecify.annotations.NullMarked;
