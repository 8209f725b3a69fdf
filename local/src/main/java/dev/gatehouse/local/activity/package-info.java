/** What happened in the emulator: requests, function calls and mails, and what caused them. */
@NullMarked
package dev.gatehouse.local.activity;

import org.jspecify.annotations.NullMarked;
