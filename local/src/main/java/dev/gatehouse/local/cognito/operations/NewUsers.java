package dev.gatehouse.local.cognito.operations;

import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserStatus;
import dev.gatehouse.local.cognito.settings.Attributes;
import dev.gatehouse.local.cognito.triggers.PreSignUp.Candidate;
import dev.gatehouse.local.cognito.wire.CognitoError;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Makes users, for those who sign up and for administrators alike. */
final class NewUsers {

  private NewUsers() {}

  /** Returns somebody with a name and attributes that the pool takes. */
  static Candidate candidate(
      UserPool pool, String name, Map<String, String> wanted, Map<String, String> validationData) {
    Map<String, String> attributes = new LinkedHashMap<>(wanted);
    if (!pool.settings().emailAsUsername()) {
      pool.settings().attributes().check(attributes);
      return new Candidate(name, attributes, validationData);
    }
    if (!Attributes.isEmail(name)) {
      throw CognitoError.invalidParameter("Username should be an email.");
    }
    attributes.putIfAbsent("email", name);
    if (!name.equalsIgnoreCase(attributes.get("email"))) {
      throw CognitoError.invalidParameter("Username and the email attribute are not the same.");
    }
    pool.settings().attributes().check(attributes);
    return new Candidate(UUID.randomUUID().toString(), attributes, validationData);
  }

  /** Returns the user that somebody becomes. */
  static PoolUser create(UserPool pool, Candidate candidate, UserStatus status, Instant now) {
    boolean generated = pool.settings().emailAsUsername();
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("sub", generated ? candidate.username() : UUID.randomUUID().toString());
    if (candidate.attributes().containsKey("email")) {
      attributes.put("email_verified", "false");
    }
    attributes.putAll(candidate.attributes());
    return PoolUser.create(candidate.username(), attributes, status, now);
  }

  /** Returns what to say if the name is taken. */
  static CognitoError taken(UserPool pool) {
    return new CognitoError(
        "UsernameExistsException",
        pool.settings().emailAsUsername()
            ? "An account with the given email already exists."
            : "User already exists");
  }
}
