package dev.gatehouse.local.cognito.requests;

import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserStatus;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.settings.AttributeSchema;
import dev.gatehouse.local.cognito.triggers.PreSignUp.Candidate;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** The creation of users at sign-up and by administrators. */
public final class UserCreation {

  private static final String PREFERRED_USERNAME = "preferred_username";
  private static final Pattern PHONE_NUMBER = Pattern.compile("\\+\\d{1,15}");

  private UserCreation() {}

  /**
   * Returns the candidate; throws InvalidParameterException if the user name or an attribute is
   * invalid. Attributes that the pool requires may be missing.
   */
  public static Candidate candidate(
      UserPool pool,
      String name,
      Map<String, String> requested,
      Map<String, String> validationData) {
    Map<String, String> attributes = new LinkedHashMap<>(requested);
    if (!pool.settings().emailAsUsername()) {
      requireNoAlias(pool, name);
      pool.settings().attributes().checkValues(attributes);
      return new Candidate(name, attributes, validationData);
    }
    if (!AttributeSchema.isEmail(name)) {
      throw CognitoErrors.invalidParameter("Username should be an email.");
    }
    attributes.putIfAbsent("email", name);
    if (!name.equalsIgnoreCase(attributes.get("email"))) {
      throw CognitoErrors.invalidParameter("Username and the email attribute are not the same.");
    }
    pool.settings().attributes().checkValues(attributes);
    return new Candidate(UUID.randomUUID().toString(), attributes, validationData);
  }

  private static void requireNoAlias(UserPool pool, String name) {
    List<String> aliases = pool.settings().aliases();
    if (aliases.contains("email") && AttributeSchema.isEmail(name)) {
      throw CognitoErrors.invalidParameter(
          "Username cannot be of email format, since user pool is configured for email alias.");
    }
    if (aliases.contains("phone_number") && PHONE_NUMBER.matcher(name).matches()) {
      throw CognitoErrors.invalidParameter(
          "Username cannot be of phone number format, since user pool is configured for phone"
              + " number alias.");
    }
  }

  /**
   * Throws InvalidParameterException for a preferred_username that would sign an unconfirmed user
   * in.
   */
  public static void requireNoPreferredUsername(UserPool pool, Set<String> attributes) {
    if (pool.settings().aliases().contains(PREFERRED_USERNAME)
        && attributes.contains(PREFERRED_USERNAME)) {
      throw CognitoErrors.invalidParameter(
          "Preferred username cannot be provided for unconfirmed account, since user pool is"
              + " configured for preferred username alias.");
    }
  }

  /** Returns the user to be added for a candidate. */
  public static PoolUser create(
      UserPool pool, Candidate candidate, UserStatus status, Instant now) {
    boolean generated = pool.settings().emailAsUsername();
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("sub", generated ? candidate.username() : UUID.randomUUID().toString());
    attributes.putAll(candidate.attributes());
    return PoolUser.create(candidate.username(), attributes, status, now);
  }

  /**
   * Returns the error for a user name that is taken.
   *
   * @param plain the message in a pool whose users do not sign in with their e-mail address
   */
  public static AwsException usernameExists(UserPool pool, String plain) {
    return new AwsException(
        "UsernameExistsException",
        pool.settings().emailAsUsername()
            ? "An account with the given email already exists."
            : plain);
  }
}
