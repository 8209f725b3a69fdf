/** Functions that Cognito calls, and the one that finishes what they could not. */
@NullMarked
@Json.Import({
  CognitoUserPoolPreSignUpEvent.class,
  CustomMessageEvent.class,
  PostConfirmationEvent.class,
  CustomEmailSenderEvent.class,
  SQSEvent.class,
  SQSBatchResponse.class,
})
package dev.gatehouse.triggers;

import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPreSignUpEvent;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.gatehouse.triggers.customemailsender.CustomEmailSenderEvent;
import dev.gatehouse.triggers.custommessage.CustomMessageEvent;
import dev.gatehouse.triggers.postconfirmation.PostConfirmationEvent;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.NullMarked;
