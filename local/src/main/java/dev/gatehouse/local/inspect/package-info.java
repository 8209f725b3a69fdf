/** What the console and the HTTP calls for test code show and do: mails, users, calls, tokens. */
@NullMarked
package dev.gatehouse.local.inspect;

import org.jspecify.annotations.NullMarked;
