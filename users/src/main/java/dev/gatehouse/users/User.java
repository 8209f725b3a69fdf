package dev.gatehouse.users;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A confirmed user, stored as one row of the users table.
 *
 * @param sub the pool's own id of the user, a UUID that never changes
 * @param email the address as Cognito stores it
 * @param profile the profile attributes that have a value
 * @param version 1 for a row as first written, one more for each change
 */
public record User(
    String sub,
    String email,
    boolean emailVerified,
    Map<ProfileAttribute, String> profile,
    Instant createdAt,
    Instant confirmedAt,
    Instant updatedAt,
    String userName,
    String userPoolId,
    long version) {

  /**
   * Creates a user.
   *
   * @throws IllegalArgumentException if the sub is blank or the version is less than 1
   */
  public User {
    Objects.requireNonNull(email, "email");
    Objects.requireNonNull(createdAt, "createdAt");
    Objects.requireNonNull(confirmedAt, "confirmedAt");
    Objects.requireNonNull(updatedAt, "updatedAt");
    Objects.requireNonNull(userName, "userName");
    Objects.requireNonNull(userPoolId, "userPoolId");
    profile = Map.copyOf(profile);
    if (sub.isBlank()) {
      throw new IllegalArgumentException("sub is blank");
    }
    if (version < 1) {
      throw new IllegalArgumentException("version is " + version + ", expected 1 or more");
    }
  }

  /** Returns the value of a profile attribute, or null if it has none. */
  public @Nullable String profile(ProfileAttribute attribute) {
    return profile.get(attribute);
  }

  /** Returns the next version of this user, with another profile. */
  public User withProfile(Map<ProfileAttribute, String> newProfile, Instant now) {
    return new User(
        sub,
        email,
        emailVerified,
        newProfile,
        createdAt,
        confirmedAt,
        now,
        userName,
        userPoolId,
        version + 1);
  }
}
