package dev.gatehouse.local.cognito.triggers;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.settings.MessageTemplates.Template;
import dev.gatehouse.local.cognito.settings.Trigger;
import java.util.Optional;

/** The CustomMessage trigger, which customizes e-mails with placeholders for secrets. */
public final class CustomMessage {
  private final TriggerInvoker triggers;

  /**
   * An e-mail to be sent.
   *
   * @param source the part of the trigger source after the underscore
   * @param invitation whether it is an invitation, which contains the user name
   * @param template the user pool's template, used where the function sets no text
   */
  public record MessageRequest(String source, boolean invitation, Template template) {}

  /** Creates the trigger. */
  public CustomMessage(TriggerInvoker triggers) {
    this.triggers = triggers;
  }

  /** Returns the template of an e-mail: the function's, or else the user pool's. */
  public Template template(
      MessageRequest message, UserPool pool, PoolUser user, CallerContext caller) {
    JsonElement username =
        message.invitation() ? new JsonPrimitive("{username}") : JsonNull.INSTANCE;
    JsonObject request =
        Json.object(
            "userAttributes",
            Json.of(TriggerUserAttributes.attributes(user)),
            "codeParameter",
            "{####}",
            "linkParameter",
            "{##Click Here##}",
            "usernameParameter",
            username);
    JsonObject response =
        Json.object(
            "smsMessage", JsonNull.INSTANCE,
            "emailMessage", JsonNull.INSTANCE,
            "emailSubject", JsonNull.INSTANCE);
    TriggerEvent event =
        new TriggerEvent(
            "CustomMessage_" + message.source(), user.username(), caller, request, response);
    return triggers
        .invoke(Trigger.CUSTOM_MESSAGE, pool, event)
        .map(result -> customized(result.getAsJsonObject("response"), pool, message))
        .orElse(message.template());
  }

  private static Template customized(JsonObject response, UserPool pool, MessageRequest request) {
    Optional<String> subject = text(response, "emailSubject");
    Optional<String> message = text(response, "emailMessage");
    if ((subject.isPresent() || message.isPresent()) && !pool.settings().email().developer()) {
      throw CognitoErrors.invalidLambdaResponse(
          "CustomMessage may customize e-mails only if EmailSendingAccount is DEVELOPER.");
    }
    MessageConstraints.check(subject, message, request.invitation());
    Template template = request.template();
    return new Template(subject.orElse(template.subject()), message.orElse(template.message()));
  }

  private static Optional<String> text(JsonObject response, String name) {
    JsonElement value = response.get(name);
    if (value == null || value.isJsonNull()) {
      return Optional.empty();
    }
    if (value instanceof JsonPrimitive primitive && primitive.isString()) {
      return Optional.of(primitive.getAsString());
    }
    throw TriggerInvoker.unrecognizable();
  }
}
