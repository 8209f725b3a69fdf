package dev.gatehouse.triggers.postconfirmation;

import dev.gatehouse.users.User;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the row of a user out of what Cognito says about them.
 *
 * @param attributes the user's attributes, every value of them text
 */
public record ConfirmedUser(Map<String, String> attributes, String userName, String userPoolId) {

  /** Returns the code of what is missing for a row, or null if nothing is. */
  public @Nullable String missing() {
    if (text("sub") == null) {
      return "SUB_MISSING";
    }
    return text("email") == null ? "EMAIL_MISSING" : null;
  }

  /**
   * Returns the row as it is first written.
   *
   * <p>All three times are now. For a row that a forgotten password brings in late, that is later
   * than the confirmation, of which Cognito no longer says when it was.
   */
  public User firstRow(Instant now) {
    return rowSince(now, now);
  }

  /** Returns the row as it is first written for an account that was created at another time. */
  public User rowSince(Instant created, Instant now) {
    return new User(
        required("sub"),
        required("email"),
        "true".equals(text("email_verified")),
        text("locale"),
        text("given_name"),
        text("family_name"),
        created,
        now,
        now,
        userName,
        userPoolId,
        1);
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
