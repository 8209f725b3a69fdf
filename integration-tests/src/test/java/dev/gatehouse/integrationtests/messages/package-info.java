/** The e-mails of both senders: Cognito and the CustomEmailSender function. */
@NullMarked
package dev.gatehouse.integrationtests.messages;

import org.jspecify.annotations.NullMarked;
