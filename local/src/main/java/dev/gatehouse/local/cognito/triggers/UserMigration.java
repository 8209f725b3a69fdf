package dev.gatehouse.local.cognito.triggers;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.settings.Trigger;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The UserMigration trigger, which looks unknown users up in another directory. */
public final class UserMigration {
  private final TriggerInvoker triggers;

  /**
   * A user of the other directory.
   *
   * @param confirmed whether the user keeps the password
   */
  public record ForeignUser(Map<String, String> attributes, boolean confirmed) {}

  /** Creates the trigger. */
  public UserMigration(TriggerInvoker triggers) {
    this.triggers = triggers;
  }

  /** Returns the user of this password, or an empty Optional without this trigger. */
  public Optional<ForeignUser> authenticate(
      UserPool pool, String username, String password, CallerContext caller) {
    JsonObject request =
        Json.object("password", password, "validationData", Authentication.validationData(caller));
    return invoke("UserMigration_Authentication", pool, username, caller, request);
  }

  /** Returns the user who forgot the password, or an empty Optional without this trigger. */
  public Optional<ForeignUser> forgotPassword(
      UserPool pool, String username, CallerContext caller) {
    JsonObject request = Json.object("validationData", Authentication.validationData(caller));
    return invoke("UserMigration_ForgotPassword", pool, username, caller, request);
  }

  private Optional<ForeignUser> invoke(
      String source, UserPool pool, String username, CallerContext caller, JsonObject request) {
    JsonObject response =
        Json.object(
            "userAttributes", JsonNull.INSTANCE,
            "forceAliasCreation", JsonNull.INSTANCE,
            "enableSMSMFA", JsonNull.INSTANCE,
            "finalUserStatus", JsonNull.INSTANCE,
            "messageAction", JsonNull.INSTANCE,
            "desiredDeliveryMediums", JsonNull.INSTANCE);
    TriggerEvent event = new TriggerEvent(source, username, caller, request, response);
    return triggers
        .invoke(Trigger.USER_MIGRATION, pool, event)
        .map(result -> user(result.getAsJsonObject("response")));
  }

  private static ForeignUser user(JsonObject response) {
    if (!(response.get("userAttributes") instanceof JsonObject attributes)) {
      throw TriggerInvoker.unrecognizable();
    }
    Map<String, String> texts = new LinkedHashMap<>();
    attributes
        .asMap()
        .forEach(
            (name, value) -> {
              if (!(value instanceof JsonPrimitive primitive)) {
                throw TriggerInvoker.unrecognizable();
              }
              String text = primitive.getAsString();
              boolean flag = name.endsWith("_verified");
              texts.put(name, flag ? text.toLowerCase(Locale.ROOT) : text);
            });
    boolean confirmed =
        response.get("finalUserStatus") instanceof JsonPrimitive status
            && status.getAsString().equals("CONFIRMED");
    return new ForeignUser(texts, confirmed);
  }
}
