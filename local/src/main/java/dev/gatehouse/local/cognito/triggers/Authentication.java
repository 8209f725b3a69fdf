package dev.gatehouse.local.cognito.triggers;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.settings.Trigger;
import java.util.Map;
import java.util.Optional;

/** The PreAuthentication and PostAuthentication triggers, each of which may reject a sign-in. */
public final class Authentication {
  private final TriggerInvoker triggers;

  /** Creates the triggers. */
  public Authentication(TriggerInvoker triggers) {
    this.triggers = triggers;
  }

  /**
   * Invokes PreAuthentication, before the password is checked.
   *
   * @param user empty for an unknown user whom the app client hides
   * @param caller the app client, whose ClientMetadata are the validation data
   */
  public void pre(UserPool pool, String username, Optional<PoolUser> user, CallerContext caller) {
    JsonObject request =
        Json.object(
            "userAttributes",
            Json.of(user.map(TriggerUserAttributes::attributes).orElse(Map.of())),
            "validationData",
            validationData(caller),
            "userNotFound",
            user.isEmpty());
    invoke(Trigger.PRE_AUTHENTICATION, pool, username, caller.withoutMetadata(), request);
  }

  /**
   * Invokes PostAuthentication, before the tokens are issued.
   *
   * @param newDevice whether the user signed in on a device that is not remembered
   */
  public void post(UserPool pool, PoolUser user, CallerContext caller, boolean newDevice) {
    JsonObject request =
        Json.object(
            "userAttributes",
            Json.of(TriggerUserAttributes.attributes(user)),
            "newDeviceUsed",
            newDevice);
    invoke(Trigger.POST_AUTHENTICATION, pool, user.username(), caller, request);
  }

  static JsonElement validationData(CallerContext caller) {
    return caller.clientMetadata().isEmpty() ? JsonNull.INSTANCE : Json.of(caller.clientMetadata());
  }

  private void invoke(
      Trigger trigger, UserPool pool, String username, CallerContext caller, JsonObject request) {
    String source = trigger.awsName() + "_Authentication";
    triggers.invoke(
        trigger, pool, new TriggerEvent(source, username, caller, request, new JsonObject()));
  }
}
