package dev.gatehouse.local.cognito.triggers;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.settings.Trigger;
import dev.gatehouse.local.cognito.wire.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells the PostConfirmation function that somebody was confirmed, after the fact: what it throws
 * reaches the caller, and the user stays confirmed.
 */
public final class PostConfirmation {
  private final Triggers triggers;

  /** Takes what calls functions. */
  public PostConfirmation(Triggers triggers) {
    this.triggers = triggers;
  }

  /** Tells of a confirmed sign-up. */
  public void ofSignUp(UserPool pool, PoolUser user, Caller caller) {
    tell("PostConfirmation_ConfirmSignUp", pool, user, caller);
  }

  /** Tells of a password that was set anew with a code. */
  public void ofForgotPassword(UserPool pool, PoolUser user, Caller caller) {
    tell("PostConfirmation_ConfirmForgotPassword", pool, user, caller);
  }

  private void tell(String source, UserPool pool, PoolUser user, Caller caller) {
    JsonObject request = Json.object("userAttributes", Json.of(attributes(pool, user)));
    TriggerEvent event =
        new TriggerEvent(source, user.username(), caller, request, new JsonObject());
    triggers.call(Trigger.POST_CONFIRMATION, pool, event);
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
