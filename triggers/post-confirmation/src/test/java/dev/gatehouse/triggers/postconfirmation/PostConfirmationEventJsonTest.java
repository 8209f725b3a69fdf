package dev.gatehouse.triggers.postconfirmation;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPostConfirmationEvent;
import com.google.gson.JsonObject;
import dev.gatehouse.lambda.testing.EventJsonContract;
import dev.gatehouse.lambda.testing.Events;
import dev.gatehouse.lambda.testing.LambdaJson;
import dev.gatehouse.lambda.testing.RoundTrip;
import org.junit.jupiter.api.Test;

class PostConfirmationEventJsonTest extends EventJsonContract {
  private static final Class<PostConfirmationEvent> TYPE = PostConfirmationEvent.class;

  PostConfirmationEventJsonTest() {
    super("post-confirmation", TYPE);
  }

  /** If this fails, PostConfirmationEvent is no longer needed. */
  @Test
  void eventClassOfTheLibraryLosesTheResponse() {
    JsonObject event = Events.event("post-confirmation/confirm-sign-up");
    assertThat(lost(event, CognitoUserPoolPostConfirmationEvent.class))
        .containsExactly("/response");
  }

  @Test
  void missingPartsAreNull() {
    PostConfirmationEvent event = RoundTrip.read(new JsonObject(), TYPE);
    assertThat(event.getRequest()).isNull();
    assertThat(event.getUserName()).isNull();
  }

  @Test
  void textOfAnyLengthIsReadAsByLambdasOwnSerializer() {
    JsonObject event = Events.event("post-confirmation/confirm-sign-up");
    JsonObject metadata = new JsonObject();
    metadata.addProperty("campaign", "x".repeat(131_072)); // Cognito's limit
    event.getAsJsonObject("request").add("clientMetadata", metadata);
    assertThat(RoundTrip.written(RoundTrip.read(event, TYPE), TYPE))
        .isEqualTo(LambdaJson.written(LambdaJson.read(event, TYPE)));
  }
}
