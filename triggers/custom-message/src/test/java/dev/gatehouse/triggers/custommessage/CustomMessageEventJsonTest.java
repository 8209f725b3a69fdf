package dev.gatehouse.triggers.custommessage;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolCustomMessageEvent;
import com.google.gson.JsonObject;
import dev.gatehouse.lambda.testing.EventJsonContract;
import dev.gatehouse.lambda.testing.Events;
import org.junit.jupiter.api.Test;

class CustomMessageEventJsonTest extends EventJsonContract {
  CustomMessageEventJsonTest() {
    super("custom-message", CustomMessageEvent.class);
  }

  /** Fails once AWS's class has the field; then delete {@link CustomMessageEvent}. */
  @Test
  void eventClassOfAwsLacksTheLinkParameter() {
    JsonObject event = Events.event("custom-message/sign-up");
    assertThat(lost(event, CognitoUserPoolCustomMessageEvent.class))
        .containsExactly("/request/linkParameter");
  }
}
