package dev.gatehouse.local.cognito.triggers;

import dev.gatehouse.local.cognito.pools.PoolUser;
import java.util.LinkedHashMap;
import java.util.Map;

/** The user attributes in events of CustomMessage and CustomEmailSender. */
final class TriggerUserAttributes {

  private TriggerUserAttributes() {}

  /** Returns the attributes in Cognito's order. */
  static Map<String, String> attributes(PoolUser user) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("sub", user.sub());
    user.attribute("email_verified").ifPresent(value -> attributes.put("email_verified", value));
    attributes.put("cognito:user_status", user.status().name());
    user.attributes().forEach(attributes::putIfAbsent);
    return attributes;
  }
}
