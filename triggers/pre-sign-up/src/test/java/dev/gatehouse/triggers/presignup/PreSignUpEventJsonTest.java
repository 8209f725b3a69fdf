package dev.gatehouse.triggers.presignup;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPreSignUpEvent;
import com.google.gson.JsonObject;
import dev.gatehouse.lambda.testing.EventJsonContract;
import dev.gatehouse.lambda.testing.Events;
import dev.gatehouse.lambda.testing.LambdaJson;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PreSignUpEventJsonTest extends EventJsonContract {
  PreSignUpEventJsonTest() {
    super("pre-sign-up", CognitoUserPoolPreSignUpEvent.class);
  }

  @Test
  void fieldThatTheLibraryDoesNotKnowIsLost() {
    JsonObject event = Events.event("pre-sign-up/sign-up");
    event.getAsJsonObject("request").addProperty("addedTomorrow", "yes");
    assertThat(lost(event, CognitoUserPoolPreSignUpEvent.class))
        .as("no longer lost: say so in docs/decisions")
        .containsExactly("/request/addedTomorrow");
  }

  @Test
  void fieldThatIsNullIsLeftOut() {
    JsonObject event = Events.event("pre-sign-up/sign-up");
    JsonObject back =
        LambdaJson.written(LambdaJson.read(event, CognitoUserPoolPreSignUpEvent.class));
    Set<String> names = new TreeSet<>(event.getAsJsonObject("request").keySet());
    names.removeAll(back.getAsJsonObject("request").keySet());
    assertThat(names).as("no longer left out").containsExactly("validationData");
  }
}
