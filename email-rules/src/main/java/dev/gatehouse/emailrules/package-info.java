/**
 * The rules that decide which e-mail addresses may sign up; {@link
 * dev.gatehouse.emailrules.EmailRules} is the entry point.
 *
 * <p>Pure Java 17 without dependencies: the syntax of addresses, allow and deny lists, disposable
 * domains, mailbox providers and, on request, a lookup in the DNS.
 */
@NullMarked
package dev.gatehouse.emailrules;

import org.jspecify.annotations.NullMarked;
