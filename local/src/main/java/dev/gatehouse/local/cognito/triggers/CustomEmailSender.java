package dev.gatehouse.local.cognito.triggers;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.settings.Trigger;
import java.util.Map;
import java.util.Objects;

/** The CustomEmailSender trigger, which sends e-mails in Cognito's place. */
public final class CustomEmailSender {
  private final TriggerInvoker triggers;
  private final CodeEncryptor encryptor;

  /**
   * A code or temporary password for a user.
   *
   * @param source the part of the trigger source after the underscore
   * @param text the code or the temporary password
   */
  public record Secret(String source, String text) {}

  /** Creates the trigger. */
  public CustomEmailSender(TriggerInvoker triggers, CodeEncryptor encryptor) {
    this.triggers = triggers;
    this.encryptor = encryptor;
  }

  /** Returns whether the pool has this trigger; Cognito then sends no e-mails itself. */
  public boolean isConfigured(UserPool pool) {
    return pool.settings().trigger(Trigger.CUSTOM_EMAIL_SENDER).isPresent();
  }

  /** Invokes the function asynchronously, as Cognito does for custom senders only. */
  public void send(Secret secret, UserPool pool, PoolUser user, CallerContext caller) {
    String key = Objects.requireNonNull(pool.settings().lambda().kmsKeyArn());
    JsonElement metadata =
        caller.clientMetadata().isEmpty() ? JsonNull.INSTANCE : Json.of(caller.clientMetadata());
    JsonObject request =
        Json.object(
            "type",
            "customEmailSenderRequestV1",
            "code",
            encryptor.encrypt(secret.text(), key, Map.of("userpool-id", pool.id())),
            "clientMetadata",
            metadata,
            "userAttributes",
            Json.of(TriggerUserAttributes.attributes(user)));
    String source = "CustomEmailSender_" + secret.source();
    triggers.invokeAsync(
        Trigger.CUSTOM_EMAIL_SENDER, pool, event(source, pool, user, caller, request));
  }

  /** Returns the event, which has no response member, unlike those of other triggers. */
  private static String event(
      String source, UserPool pool, PoolUser user, CallerContext caller, JsonObject request) {
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
