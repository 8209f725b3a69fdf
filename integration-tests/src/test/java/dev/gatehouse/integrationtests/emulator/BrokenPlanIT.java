package dev.gatehouse.integrationtests.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.integrationtests.clients.ApiClient;
import dev.gatehouse.integrationtests.clients.AwsAccount;
import dev.gatehouse.integrationtests.clients.Inbox;
import dev.gatehouse.integrationtests.clients.SignUpUser;
import dev.gatehouse.integrationtests.clients.TextResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mistakes in the Pulumi program, each made in a copy of the plan: the journey breaks as it would
 * on AWS.
 */
@Tag("extended")
class BrokenPlanIT {
  @TempDir Path folder = Path.of("");

  /** Runs the journey on an emulator with the mistake and returns the first step that fails. */
  private String firstBrokenStep(Consumer<JsonObject> mistake) throws IOException {
    ModifiedPlan altered = ModifiedPlan.copy();
    mistake.accept(altered.plan());
    assertThat(altered).as("the mistake must change the plan").isNotEqualTo(ModifiedPlan.copy());
    try (LocalEmulator emulator = altered.start(folder)) {
      return journey(emulator);
    }
  }

  private static String journey(LocalEmulator emulator) {
    ApiClient client = new ApiClient(emulator);
    AwsAccount account = new AwsAccount(emulator);
    Inbox inbox = new Inbox(emulator);
    SignUpUser user = SignUpUser.create();
    TextResponse created = client.signUp(user);
    if (created.status() != 202) {
      return "sign up";
    }
    if (!Inbox.html(inbox.mailsTo(user).getLast()).contains("Gatehouse")) {
      return "mail";
    }
    if (client.validate(user, inbox.codeFor(user)).status() != 200) {
      return "confirm";
    }
    if (account
        .row(created.json().getAsJsonObject("user").get("UserSub").getAsString())
        .isEmpty()) {
      return "row";
    }
    return client.profile(account.signIn(user).accessToken()).status() == 200 ? "none" : "profile";
  }

  private static JsonObject resource(JsonObject plan, String type, String namePart) {
    return plan.getAsJsonArray("resources").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(resource -> resource.get("type").getAsString().equals(type))
        .filter(resource -> resource.get("name").getAsString().contains(namePart))
        .findFirst()
        .orElseThrow();
  }

  private static JsonObject inputs(JsonObject plan, String type, String namePart) {
    return resource(plan, type, namePart).getAsJsonObject("inputs");
  }

  @Test
  void planWithoutAMistakeBreaksNothing() throws IOException {
    assertThat(firstBrokenStep(plan -> plan.addProperty("comment", "nothing wrong")))
        .isEqualTo("none");
  }

  @Test
  void wrongHandlerNameBreaksSignUp() throws IOException {
    assertThat(
            firstBrokenStep(
                plan ->
                    inputs(plan, "aws:lambda/function:Function", "pre-sign-up")
                        .addProperty("handler", "dev.gatehouse.triggers.PreSignupHandler")))
        .isEqualTo("sign up");
  }

  @Test
  void missingPermissionBreaksSignUp() throws IOException {
    assertThat(
            firstBrokenStep(
                plan ->
                    plan.getAsJsonArray("resources")
                        .remove(
                            resource(plan, "aws:lambda/permission:Permission", "custom-message"))))
        .isEqualTo("sign up");
  }

  @Test
  void missingEnvironmentVariableBreaksConfirmation() throws IOException {
    assertThat(
            firstBrokenStep(
                plan ->
                    inputs(plan, "aws:lambda/function:Function", "post-confirmation")
                        .getAsJsonObject("environment")
                        .getAsJsonObject("variables")
                        .remove("USERS_TABLE")))
        .isEqualTo("confirm");
  }

  @Test
  void missingTriggerLeavesNoRow() throws IOException {
    assertThat(
            firstBrokenStep(
                plan ->
                    inputs(plan, "aws:cognito/userPool:UserPool", "")
                        .getAsJsonObject("lambdaConfig")
                        .remove("postConfirmation")))
        .isEqualTo("row");
  }

  @Test
  void missingAuthorizerBreaksTheProfile() throws IOException {
    assertThat(
            firstBrokenStep(
                plan ->
                    plan.getAsJsonArray("resources").asList().stream()
                        .map(JsonElement::getAsJsonObject)
                        .filter(
                            r -> r.get("type").getAsString().equals("aws:apigateway/method:Method"))
                        .map(r -> r.getAsJsonObject("inputs"))
                        .filter(inputs -> inputs.has("authorizerId"))
                        .forEach(BrokenPlanIT::removeAuthorizer)))
        .isEqualTo("profile");
  }

  private static void removeAuthorizer(JsonObject method) {
    method.addProperty("authorization", "NONE");
    method.remove("authorizerId");
    method.remove("authorizationScopes");
  }
}
