/** The SES identity that mails come from, and the events of those mails. */
@NullMarked
package dev.gatehouse.pulumi.mail;

import org.jspecify.annotations.NullMarked;
