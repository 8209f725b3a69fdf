package dev.gatehouse.local.cognito.triggers;

import dev.gatehouse.local.cognito.pools.PoolUser;
import java.util.LinkedHashMap;
import java.util.Map;

/** Shows somebody who gets a mail to the functions that word and send it. */
final class MailedUser {

  private MailedUser() {}

  /** Returns the attributes in the order in which Cognito writes them. */
  static Map<String, String> attributes(PoolUser user) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("sub", user.sub());
    user.attribute("email_verified").ifPresent(is -> attributes.put("email_verified", is));
    attributes.put("cognito:user_status", user.status().name());
    user.attributes().forEach(attributes::putIfAbsent);
    return attributes;
  }
}
