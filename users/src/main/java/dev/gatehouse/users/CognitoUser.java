package dev.gatehouse.users;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A user as Cognito describes them, from which a row of the users table is made.
 *
 * @param attributes the user's attributes by Cognito's names; every value is text
 */
public record CognitoUser(Map<String, String> attributes, String userName, String userPoolId) {

  /** Returns the code of the attribute that a row needs and the user lacks, or null. */
  public @Nullable String missing() {
    if (text("sub") == null) {
      return "SUB_MISSING";
    }
    return text("email") == null ? "EMAIL_MISSING" : null;
  }

  /**
   * Returns the pool's own id of the user.
   *
   * @throws IllegalStateException if the user has none
   */
  public String sub() {
    return required("sub");
  }

  /**
   * Returns the first row of the user.
   *
   * <p>All three times are now: Cognito does not tell when the user was confirmed. The row of a
   * user who resets a forgotten password may be written long after the confirmation.
   */
  public User firstRow(Instant now) {
    return firstRow(now, now);
  }

  /** Returns the first row of a user whose account was created earlier. */
  public User firstRow(Instant created, Instant now) {
    return new User(
        sub(),
        required("email"),
        isEmailVerified(),
        profile(),
        created,
        now,
        now,
        userName,
        userPoolId,
        1);
  }

  /** Returns the next version of a row, with the address and the profile that Cognito has now. */
  public User nextRow(StoredUser row, Instant now) {
    return nextRow(row, now, now);
  }

  /**
   * Returns the next version of a row of a user whose account was created earlier. The times of the
   * row stay, if it has them.
   */
  public User nextRow(StoredUser row, Instant created, Instant now) {
    return new User(
        sub(),
        required("email"),
        isEmailVerified(),
        profile(),
        Objects.requireNonNullElse(row.createdAt(), created),
        Objects.requireNonNullElse(row.confirmedAt(), now),
        now,
        userName,
        userPoolId,
        row.nextVersion());
  }

  /** Returns whether a row has another address or another profile than Cognito. */
  public boolean differsFrom(User row) {
    return !row.email().equals(text("email"))
        || row.emailVerified() != isEmailVerified()
        || !row.profile().equals(profile());
  }

  private Map<ProfileAttribute, String> profile() {
    Map<ProfileAttribute, String> profile = new EnumMap<>(ProfileAttribute.class);
    for (ProfileAttribute attribute : ProfileAttribute.values()) {
      @Nullable String value = text(attribute.cognitoName());
      if (value != null) {
        profile.put(attribute, value);
      }
    }
    return profile;
  }

  private boolean isEmailVerified() {
    return "true".equals(text("email_verified"));
  }

  private String required(String name) {
    @Nullable String value = text(name);
    if (value == null) {
      throw new IllegalStateException(name + " is missing");
    }
    return value;
  }

  private @Nullable String text(String name) {
    @Nullable String value = attributes.get(name);
    return value == null || value.isBlank() ? null : value;
  }
}
