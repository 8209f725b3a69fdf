package dev.gatehouse.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolCustomMessageEvent;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPostConfirmationEvent;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPreSignUpEvent;
import com.google.gson.JsonObject;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Lists what AWS's event library loses between reading and writing an event. A test that fails here
 * means good news: what works around that loss can go.
 */
final class KnownLossesTest {
  @Test
  void postConfirmationOfTheLibraryLosesItsResponse() {
    JsonObject event = Events.event("post-confirmation/confirm-sign-up");
    assertThat(lost(event, CognitoUserPoolPostConfirmationEvent.class))
        .as("no longer lost: PostConfirmationEvent can go")
        .containsExactly("/response");
  }

  @Test
  void customMessageOfTheLibraryLosesItsLinkParameter() {
    JsonObject event = Events.event("custom-message/sign-up");
    assertThat(lost(event, CognitoUserPoolCustomMessageEvent.class))
        .as("no longer lost: CustomMessageEvent can go")
        .containsExactly("/request/linkParameter");
  }

  @Test
  void fieldThatCognitoAddsTomorrowIsLost() {
    JsonObject event = Events.event("pre-sign-up/sign-up");
    event.getAsJsonObject("request").addProperty("addedTomorrow", "yes");
    assertThat(lost(event, CognitoUserPoolPreSignUpEvent.class))
        .as("no longer lost: say so in docs/decisions.md")
        .containsExactly("/request/addedTomorrow");
  }

  @Test
  void fieldThatIsNullIsLeftOut() {
    JsonObject event = Events.event("pre-sign-up/sign-up");
    JsonObject back = back(event, CognitoUserPoolPreSignUpEvent.class);
    Set<String> names = new TreeSet<>(event.getAsJsonObject("request").keySet());
    names.removeAll(back.getAsJsonObject("request").keySet());
    assertThat(names).as("no longer left out").containsExactly("validationData");
  }

  private static Set<String> lost(JsonObject event, Class<?> type) {
    return RoundTrip.differences(event, back(event, type));
  }

  private static JsonObject back(JsonObject event, Class<?> type) {
    return LambdaJson.written(LambdaJson.read(event, type));
  }
}
