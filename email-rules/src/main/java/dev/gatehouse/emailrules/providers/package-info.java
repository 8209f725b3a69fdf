/** Mailbox providers, and the canonical form of their addresses. */
@NullMarked
package dev.gatehouse.emailrules.providers;

import org.jspecify.annotations.NullMarked;
