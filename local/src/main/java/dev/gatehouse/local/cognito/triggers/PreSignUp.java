package dev.gatehouse.local.cognito.triggers;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.settings.Trigger;
import java.util.Map;

/** The PreSignUp trigger, which may reject a new user. */
public final class PreSignUp {
  private final TriggerInvoker triggers;

  /** A user to be created, who has no sub yet. */
  public record Candidate(
      String username, Map<String, String> attributes, Map<String, String> validationData) {}

  /** The function's response for an accepted user. */
  public record Decision(boolean autoConfirm, boolean verifyEmail) {}

  /** Creates the trigger. */
  public PreSignUp(TriggerInvoker triggers) {
    this.triggers = triggers;
  }

  /**
   * Returns the decision on SignUp; throws UserLambdaValidationException if the function rejects
   * the user.
   */
  public Decision onSignUp(UserPool pool, CallerContext caller, Candidate candidate) {
    return invoke("PreSignUp_SignUp", pool, caller, candidate);
  }

  /** Invokes the function on AdminCreateUser, where it may only reject the user. */
  public void onAdminCreateUser(UserPool pool, CallerContext caller, Candidate candidate) {
    invoke("PreSignUp_AdminCreateUser", pool, caller, candidate);
  }

  private Decision invoke(String source, UserPool pool, CallerContext caller, Candidate candidate) {
    JsonElement validationData =
        candidate.validationData().isEmpty()
            ? JsonNull.INSTANCE
            : Json.of(candidate.validationData());
    JsonObject request =
        Json.object(
            "userAttributes", Json.of(candidate.attributes()), "validationData", validationData);
    JsonObject response =
        Json.object("autoConfirmUser", false, "autoVerifyEmail", false, "autoVerifyPhone", false);
    TriggerEvent event = new TriggerEvent(source, candidate.username(), caller, request, response);
    return triggers
        .invoke(Trigger.PRE_SIGN_UP, pool, event)
        .map(result -> decision(result.getAsJsonObject("response"), candidate))
        .orElse(new Decision(false, false));
  }

  private static Decision decision(JsonObject response, Candidate candidate) {
    Decision decision =
        new Decision(flag(response, "autoConfirmUser"), flag(response, "autoVerifyEmail"));
    requireAttribute(decision.verifyEmail(), candidate, "email", "autoVerifyEmail");
    requireAttribute(
        flag(response, "autoVerifyPhone"), candidate, "phone_number", "autoVerifyPhone");
    return decision;
  }

  private static void requireAttribute(
      boolean set, Candidate candidate, String attribute, String flag) {
    if (set && !candidate.attributes().containsKey(attribute)) {
      throw CognitoErrors.invalidLambdaResponse(
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
    throw TriggerInvoker.unrecognizable();
  }
}
