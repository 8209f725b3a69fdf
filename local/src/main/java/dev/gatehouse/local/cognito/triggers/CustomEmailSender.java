package dev.gatehouse.local.cognito.triggers;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.settings.Trigger;
import dev.gatehouse.local.cognito.wire.Json;
import java.util.Map;
import java.util.Objects;

/** Leaves the sending of a mail to the CustomEmailSender function, the secret sealed. */
public final class CustomEmailSender {
  private final Triggers triggers;
  private final CodeCipher cipher;

  /**
   * Is what goes to somebody.
   *
   * @param source the part of the trigger source after the underscore
   * @param text the code or the temporary password
   */
  public record Secret(String source, String text) {}

  /** Takes what calls functions and what seals secrets for them. */
  public CustomEmailSender(Triggers triggers, CodeCipher cipher) {
    this.triggers = triggers;
    this.cipher = cipher;
  }

  /** Tells whether the pool has one, in which case Cognito words and sends nothing itself. */
  public boolean sendsFor(UserPool pool) {
    return pool.settings().trigger(Trigger.CUSTOM_EMAIL_SENDER).isPresent();
  }

  /** Starts the function and does not wait for it, as Cognito does with custom senders alone. */
  public void send(Secret secret, UserPool pool, PoolUser user, Caller caller) {
    String key = Objects.requireNonNull(pool.settings().lambda().codeKey());
    JsonElement metadata =
        caller.clientMetadata().isEmpty() ? JsonNull.INSTANCE : Json.of(caller.clientMetadata());
    JsonObject request =
        Json.object(
            "type",
            "customEmailSenderRequestV1",
            "code",
            cipher.seal(secret.text(), key, Map.of("userpool-id", pool.id())),
            "clientMetadata",
            metadata,
            "userAttributes",
            Json.of(MailedUser.attributes(user)));
    String source = "CustomEmailSender_" + secret.source();
    triggers.start(Trigger.CUSTOM_EMAIL_SENDER, pool, event(source, pool, user, caller, request));
  }

  /** Unlike the other triggers' events this one has no response: nothing is expected back. */
  private static String event(
      String source, UserPool pool, PoolUser user, Caller caller, JsonObject request) {
    return Json.text(
        Json.object(
            "version",
            "1",
            "triggerSource",
            source,
            "region",
            pool.region(),
            "userPoolId",
            pool.id(),
            "userName",
            user.username(),
            "callerContext",
            Json.object("awsSdkVersion", "aws-sdk-unknown-unknown", "clientId", caller.clientId()),
            "request",
            request));
  }
}
