package dev.gatehouse.api;

import dev.gatehouse.users.User;
import java.time.Instant;
import java.util.Map;

/** Holds what the pool knows of the holder of an access token. */
record Account(String userName, String userPoolId, Map<String, String> attributes) {

  /** Refuses an account without a sub, which nothing could be kept under. */
  Account {
    attributes = Map.copyOf(attributes);
    if (!attributes.containsKey("sub")) {
      throw new IllegalArgumentException("the account has no sub");
    }
  }

  /** Returns the pool's own id of the user. */
  String sub() {
    return required("sub");
  }

  /** Returns the row of this user; the pool does not tell its dates, so they are all now. */
  User asRow(Instant now) {
    return new User(
        sub(),
        required("email"),
        isVerified(),
        attributes.get("locale"),
        attributes.get("given_name"),
        attributes.get("family_name"),
        now,
        now,
        now,
        userName,
        userPoolId,
        1);
  }

  /** Returns this row with the address, the language and the names of the pool, a version on. */
  User ontoRow(User row, Instant now) {
    return row.changed(
            attributes.get("locale"),
            attributes.get("given_name"),
            attributes.get("family_name"),
            now)
        .reachedAt(required("email"), isVerified());
  }

  private boolean isVerified() {
    return Boolean.parseBoolean(attributes.get("email_verified"));
  }

  private String required(String name) {
    String value = attributes.get(name);
    if (value == null) {
      throw new IllegalStateException("the account has no attribute " + name);
    }
    return value;
  }
}
