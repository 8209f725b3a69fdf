package dev.gatehouse.users;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Describes a confirmed user as one row of the users table.
 *
 * @param sub the pool's own id of the user, a UUID that never changes
 * @param email the address as Cognito stores it
 * @param version 1 for a row as first written, one more for each change
 */
public record User(
    String sub,
    String email,
    boolean emailVerified,
    @Nullable String locale,
    @Nullable String givenName,
    @Nullable String familyName,
    Instant createdAt,
    Instant confirmedAt,
    Instant updatedAt,
    String userName,
    String userPoolId,
    long version) {

  /**
   * Refuses a row that could not be found again: one without a sub, or older than its first
   * version.
   */
  public User {
    Objects.requireNonNull(email, "email");
    Objects.requireNonNull(createdAt, "createdAt");
    Objects.requireNonNull(confirmedAt, "confirmedAt");
    Objects.requireNonNull(updatedAt, "updatedAt");
    Objects.requireNonNull(userName, "userName");
    Objects.requireNonNull(userPoolId, "userPoolId");
    if (sub.isBlank()) {
      throw new IllegalArgumentException("sub is blank");
    }
    if (version < 1) {
      throw new IllegalArgumentException("version is " + version + ", expected 1 or more");
    }
  }

  /** Returns the next version of this row, with another language and other names. */
  public User changed(
      @Nullable String newLocale,
      @Nullable String newGivenName,
      @Nullable String newFamilyName,
      Instant now) {
    return new User(
        sub,
        email,
        emailVerified,
        newLocale,
        newGivenName,
        newFamilyName,
        createdAt,
        confirmedAt,
        now,
        userName,
        userPoolId,
        version + 1);
  }

  /** Returns this user at the address that the pool has now. */
  public User reachedAt(String newEmail, boolean verified) {
    return new User(
        sub,
        newEmail,
        verified,
        locale,
        givenName,
        familyName,
        createdAt,
        confirmedAt,
        updatedAt,
        userName,
        userPoolId,
        version);
  }
}
