package dev.gatehouse.local.cognito.triggers;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.settings.Trigger;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The PostConfirmation trigger. It runs after the confirmation: an error reaches the caller, and
 * the user stays confirmed.
 */
public final class PostConfirmation {
  private final TriggerInvoker triggers;

  /** Creates the trigger. */
  public PostConfirmation(TriggerInvoker triggers) {
    this.triggers = triggers;
  }

  /** Invokes the function after a confirmed sign-up. */
  public void confirmSignUp(UserPool pool, PoolUser user, CallerContext caller) {
    invoke("PostConfirmation_ConfirmSignUp", pool, user, caller);
  }

  /** Invokes the function after a password reset with a code. */
  public void confirmForgotPassword(UserPool pool, PoolUser user, CallerContext caller) {
    invoke("PostConfirmation_ConfirmForgotPassword", pool, user, caller);
  }

  private void invoke(String source, UserPool pool, PoolUser user, CallerContext caller) {
    JsonObject request = Json.object("userAttributes", Json.of(attributes(pool, user)));
    TriggerEvent event =
        new TriggerEvent(source, user.username(), caller, request, new JsonObject());
    triggers.invoke(Trigger.POST_CONFIRMATION, pool, event);
  }

  private static Map<String, String> attributes(UserPool pool, PoolUser user) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("sub", user.sub());
    if (pool.settings().emailAsUsername() && user.emailVerified()) {
      user.attribute("email").ifPresent(email -> attributes.put("cognito:email_alias", email));
    }
    attributes.put("cognito:user_status", user.status().name());
    user.attributes().forEach(attributes::putIfAbsent);
    return attributes;
  }
}
