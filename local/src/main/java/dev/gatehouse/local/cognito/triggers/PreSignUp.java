package dev.gatehouse.local.cognito.triggers;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.settings.Trigger;
import dev.gatehouse.local.cognito.wire.CognitoError;
import dev.gatehouse.local.cognito.wire.Json;
import java.util.Map;

/** Asks the PreSignUp function whether somebody may sign up. */
public final class PreSignUp {
  private final Triggers triggers;

  /** Is somebody who is about to become a user; there is no sub yet. */
  public record Candidate(
      String username, Map<String, String> attributes, Map<String, String> validationData) {}

  /** Is what the function decided about a user whom it let through. */
  public record Answer(boolean autoConfirm, boolean verifyEmail) {}

  /** Takes what calls functions. */
  public PreSignUp(Triggers triggers) {
    this.triggers = triggers;
  }

  /** Returns the function's decision on SignUp; throws what the function refused with. */
  public Answer onSignUp(UserPool pool, Caller caller, Candidate candidate) {
    return ask("PreSignUp_SignUp", pool, caller, candidate);
  }

  /** Asks on AdminCreateUser, where the function may refuse and decides nothing else. */
  public void onAdminCreateUser(UserPool pool, Caller caller, Candidate candidate) {
    ask("PreSignUp_AdminCreateUser", pool, caller, candidate);
  }

  private Answer ask(String source, UserPool pool, Caller caller, Candidate candidate) {
    JsonElement validationData =
        candidate.validationData().isEmpty()
            ? JsonNull.INSTANCE
            : Json.of(candidate.validationData());
    JsonObject request =
        Json.object(
            "userAttributes", Json.of(candidate.attributes()), "validationData", validationData);
    JsonObject undecided =
        Json.object("autoConfirmUser", false, "autoVerifyEmail", false, "autoVerifyPhone", false);
    TriggerEvent event = new TriggerEvent(source, candidate.username(), caller, request, undecided);
    return triggers
        .call(Trigger.PRE_SIGN_UP, pool, event)
        .map(answered -> decision(answered.getAsJsonObject("response"), candidate))
        .orElse(new Answer(false, false));
  }

  private static Answer decision(JsonObject response, Candidate candidate) {
    Answer answer =
        new Answer(flag(response, "autoConfirmUser"), flag(response, "autoVerifyEmail"));
    demand(answer.verifyEmail(), candidate, "email", "autoVerifyEmail");
    demand(flag(response, "autoVerifyPhone"), candidate, "phone_number", "autoVerifyPhone");
    return answer;
  }

  private static void demand(boolean set, Candidate candidate, String attribute, String flag) {
    if (set && !candidate.attributes().containsKey(attribute)) {
      throw CognitoError.invalidLambdaResponse(
          "PreSignUp set " + flag + ", but the user has no " + attribute + ".");
    }
  }

  private static boolean flag(JsonObject response, String name) {
    JsonElement value = response.get(name);
    if (value == null || value.isJsonNull()) {
      return false;
    }
    if (value instanceof JsonPrimitive primitive && primitive.isBoolean()) {
      return primitive.getAsBoolean();
    }
    throw Triggers.unrecognizable();
  }
}
