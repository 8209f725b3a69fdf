package dev.gatehouse.local.cognito.triggers;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.settings.Templates.Template;
import dev.gatehouse.local.cognito.settings.Trigger;
import dev.gatehouse.local.cognito.wire.CognitoError;
import dev.gatehouse.local.cognito.wire.Json;
import java.util.Optional;

/** Lets the CustomMessage function word a mail, with placeholders in the place of secrets. */
public final class CustomMessage {
  private final Triggers triggers;

  /**
   * Is a mail that is about to go out.
   *
   * @param source the part of the trigger source after the underscore
   * @param invitation whether it has to name the user
   * @param own the pool's own words, for what the function leaves open
   */
  public record Occasion(String source, boolean invitation, Template own) {}

  /** Takes what calls functions. */
  public CustomMessage(Triggers triggers) {
    this.triggers = triggers;
  }

  /** Returns the words for this mail: the function's, else the pool's own. */
  public Template word(Occasion occasion, UserPool pool, PoolUser user, Caller caller) {
    JsonElement username =
        occasion.invitation() ? new JsonPrimitive("{username}") : JsonNull.INSTANCE;
    JsonObject request =
        Json.object(
            "userAttributes",
            Json.of(MailedUser.attributes(user)),
            "codeParameter",
            "{####}",
            "linkParameter",
            "{##Click Here##}",
            "usernameParameter",
            username);
    JsonObject unworded =
        Json.object(
            "smsMessage", JsonNull.INSTANCE,
            "emailMessage", JsonNull.INSTANCE,
            "emailSubject", JsonNull.INSTANCE);
    TriggerEvent event =
        new TriggerEvent(
            "CustomMessage_" + occasion.source(), user.username(), caller, request, unworded);
    return triggers
        .call(Trigger.CUSTOM_MESSAGE, pool, event)
        .map(answered -> words(answered.getAsJsonObject("response"), pool, occasion))
        .orElse(occasion.own());
  }

  private static Template words(JsonObject response, UserPool pool, Occasion occasion) {
    Optional<String> subject = text(response, "emailSubject");
    Optional<String> message = text(response, "emailMessage");
    if ((subject.isPresent() || message.isPresent()) && !pool.settings().email().developer()) {
      throw CognitoError.invalidLambdaResponse(
          "CustomMessage may word a mail only where EmailSendingAccount is DEVELOPER.");
    }
    MailRules.check(subject, message, occasion.invitation());
    Template own = occasion.own();
    return new Template(subject.orElse(own.subject()), message.orElse(own.message()));
  }

  private static Optional<String> text(JsonObject response, String name) {
    JsonElement value = response.get(name);
    if (value == null || value.isJsonNull()) {
      return Optional.empty();
    }
    if (value instanceof JsonPrimitive primitive && primitive.isString()) {
      return Optional.of(primitive.getAsString());
    }
    throw Triggers.unrecognizable();
  }
}
