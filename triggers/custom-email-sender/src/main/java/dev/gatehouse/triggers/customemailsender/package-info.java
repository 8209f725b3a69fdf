/** The CustomEmailSender trigger, which sends the e-mails of Cognito through Amazon SES. */
@NullMarked
@Json.Import({CustomEmailSenderEvent.class})
package dev.gatehouse.triggers.customemailsender;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.NullMarked;
