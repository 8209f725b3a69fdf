package dev.gatehouse.local.cognito.triggers;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.settings.Trigger;
import java.util.Map;
import java.util.Optional;

/** The triggers DefineAuthChallenge, CreateAuthChallenge and VerifyAuthChallengeResponse. */
public final class CustomAuthChallenge {
  private final TriggerInvoker triggers;

  /**
   * The user who signs in.
   *
   * @param user empty for an unknown user whom the app client hides
   */
  public record Candidate(
      UserPool pool, String username, Optional<PoolUser> user, CallerContext caller) {}

  /** What follows: tokens, a failure, or else the challenge of this name. */
  public record Decision(boolean issueTokens, boolean failAuthentication, String challenge) {}

  /** A challenge, with what the client sees, what it does not, and a note for the next decision. */
  public record CreatedChallenge(
      JsonObject publicParameters, JsonObject privateParameters, JsonElement metadata) {}

  /** Creates the triggers. */
  public CustomAuthChallenge(TriggerInvoker triggers) {
    this.triggers = triggers;
  }

  /** Returns the decision after the challenges so far. */
  public Decision define(Candidate candidate, JsonArray session) {
    JsonObject request = request(candidate);
    request.add("session", session);
    request.addProperty("userNotFound", candidate.user().isEmpty());
    JsonObject response =
        invoke(
            Trigger.DEFINE_AUTH_CHALLENGE,
            candidate,
            request,
            nulls("challengeName", "issueTokens", "failAuthentication"));
    return new Decision(
        isTrue(response, "issueTokens"),
        isTrue(response, "failAuthentication"),
        text(response, "challengeName"));
  }

  /** Returns a new challenge. */
  public CreatedChallenge create(Candidate candidate, String challenge, JsonArray session) {
    JsonObject request = request(candidate);
    request.addProperty("challengeName", challenge);
    request.add("session", session);
    request.addProperty("userNotFound", candidate.user().isEmpty());
    JsonObject response =
        invoke(
            Trigger.CREATE_AUTH_CHALLENGE,
            candidate,
            request,
            nulls("publicChallengeParameters", "privateChallengeParameters", "challengeMetadata"));
    JsonElement metadata = response.get("challengeMetadata");
    return new CreatedChallenge(
        object(response, "publicChallengeParameters"),
        object(response, "privateChallengeParameters"),
        metadata == null ? JsonNull.INSTANCE : metadata);
  }

  /** Returns whether the answer to a challenge is right. */
  public boolean verify(Candidate candidate, JsonObject privateParameters, String answer) {
    JsonObject request = request(candidate);
    request.add("privateChallengeParameters", privateParameters);
    request.addProperty("challengeAnswer", answer);
    request.addProperty("userNotFound", candidate.user().isEmpty());
    return isTrue(
        invoke(Trigger.VERIFY_AUTH_CHALLENGE_RESPONSE, candidate, request, nulls("answerCorrect")),
        "answerCorrect");
  }

  private JsonObject invoke(
      Trigger trigger, Candidate candidate, JsonObject request, JsonObject response) {
    TriggerEvent event =
        new TriggerEvent(
            trigger.awsName() + "_Authentication",
            candidate.username(),
            candidate.caller(),
            request,
            response);
    return triggers
        .invoke(trigger, candidate.pool(), event)
        .map(result -> result.getAsJsonObject("response"))
        .orElseThrow(
            () ->
                new AwsException(
                    "InvalidUserPoolConfigurationException",
                    "Custom auth lambda trigger is not configured for the user pool."));
  }

  private static JsonObject request(Candidate candidate) {
    Map<String, String> attributes =
        candidate.user().map(TriggerUserAttributes::attributes).orElse(Map.of());
    return Json.object("userAttributes", Json.of(attributes));
  }

  private static JsonObject nulls(String... names) {
    JsonObject object = new JsonObject();
    for (String name : names) {
      object.add(name, JsonNull.INSTANCE);
    }
    return object;
  }

  private static boolean isTrue(JsonObject response, String name) {
    return response.get(name) instanceof JsonPrimitive value
        && value.isBoolean()
        && value.getAsBoolean();
  }

  private static String text(JsonObject response, String name) {
    return response.get(name) instanceof JsonPrimitive value ? value.getAsString() : "";
  }

  private static JsonObject object(JsonObject response, String name) {
    return response.get(name) instanceof JsonObject object ? object : new JsonObject();
  }
}
