package dev.gatehouse.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A mistake in the Pulumi program breaks the journey here as it would on AWS: each alters a copy of
 * the plan.
 */
class BrokenPlanIT {
  @TempDir Path folder = Path.of("");

  /** Walks the journey on a machine of its own and names the first step that went wrong. */
  private String firstBrokenStep(Consumer<JsonObject> mistake) throws IOException {
    AlteredPlan altered = AlteredPlan.copy();
    mistake.accept(altered.plan());
    assertThat(altered).as("the mistake must change the plan").isNotEqualTo(AlteredPlan.copy());
    try (Machine machine = altered.start(folder)) {
      return walk(machine);
    }
  }

  private static String walk(Machine machine) {
    SignUpClient client = new SignUpClient(machine);
    Account account = new Account(machine);
    Inbox inbox = new Inbox(machine);
    Person person = Person.anybody();
    Answer created = client.signUp(person);
    if (created.status() != 202) {
      return "sign up";
    }
    if (!Inbox.html(inbox.mailsTo(person).getLast()).contains("Gatehouse")) {
      return "mail";
    }
    if (client.validate(person, inbox.codeFor(person)).status() != 200) {
      return "confirm";
    }
    if (account
        .row(created.json().getAsJsonObject("user").get("UserSub").getAsString())
        .isEmpty()) {
      return "row";
    }
    return client.profile(account.signIn(person).accessToken()).status() == 200
        ? "none"
        : "profile";
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
  void aPlanThatSaysTheSameInOtherWordsBreaksNothing() throws IOException {
    assertThat(firstBrokenStep(plan -> plan.addProperty("comment", "nothing wrong")))
        .isEqualTo("none");
  }

  @Test
  void aWrongHandlerNameIsNoticed() throws IOException {
    assertThat(
            firstBrokenStep(plan ->
                inputs(plan, "aws:lambda/function:Function", "pre-sign-up")
                    .addProperty("handler", "dev.gatehouse.triggers.PreSignupHandler")))
        .isEqualTo("sign up");
  }

  @Test
  void aDroppedPermissionIsNoticed() throws IOException {
    assertThat(
            firstBrokenStep(plan ->
                plan.getAsJsonArray("resources")
                    .remove(resource(plan, "aws:lambda/permission:Permission", "custom-message"))))
        .isEqualTo("sign up");
  }

  @Test
  void aMissingEnvironmentVariableIsNoticed() throws IOException {
    assertThat(
            firstBrokenStep(plan ->
                inputs(plan, "aws:lambda/function:Function", "post-confirmation")
                    .getAsJsonObject("environment")
                    .getAsJsonObject("variables")
                    .remove("USERS_TABLE")))
        .isEqualTo("confirm");
  }

  @Test
  void aTriggerLeftOutIsNoticed() throws IOException {
    assertThat(
            firstBrokenStep(plan ->
                inputs(plan, "aws:cognito/userPool:UserPool", "")
                    .getAsJsonObject("lambdaConfig")
                    .remove("postConfirmation")))
        .isEqualTo("row");
  }

  @Test
  void anAuthorizerLeftOffIsNoticed() throws IOException {
    assertThat(
            firstBrokenStep(plan ->
                plan.getAsJsonArray("resources").asList().stream()
                    .map(JsonElement::getAsJsonObject)
                    .filter(r -> r.get("type").getAsString().equals("aws:apigateway/method:Method"))
                    .map(r -> r.getAsJsonObject("inputs"))
                    .filter(inputs -> inputs.has("authorizerId"))
                    .forEach(BrokenPlanIT::leaveTheAuthorizerOff)))
        .isEqualTo("profile");
  }

  private static void leaveTheAuthorizerOff(JsonObject method) {
    method.addProperty("authorization", "NONE");
    method.remove("authorizerId");
    method.remove("authorizationScopes");
  }
}
