/** E-mails with their send options, and the inbox of those that were sent. */
@NullMarked
package dev.gatehouse.local.ses.mail;

import org.jspecify.annotations.NullMarked;
