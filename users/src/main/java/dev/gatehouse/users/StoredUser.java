package dev.gatehouse.users;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of the users table as it was read. An attribute that is missing or malformed is null: a row
 * may have been restored, imported, or written by another tool.
 *
 * @param userId the id that stays when a rebuilt pool gives another {@code sub}, or null
 * @param profile the readable profile attributes
 * @param isProfileReadable false if a profile attribute is malformed; it may be missing
 * @param goneSince the time since which reconcile misses the user in the pool, or null
 */
public record StoredUser(
    String sub,
    @Nullable String userId,
    @Nullable String email,
    @Nullable Boolean emailVerified,
    Map<ProfileAttribute, String> profile,
    boolean isProfileReadable,
    @Nullable Instant createdAt,
    @Nullable Instant confirmedAt,
    @Nullable Instant updatedAt,
    @Nullable String userName,
    @Nullable String userPoolId,
    StoredVersion version,
    @Nullable Instant goneSince) {

  /** Creates a row with a copy of the profile. */
  public StoredUser {
    profile = Map.copyOf(profile);
  }

  /** Returns the row of a user as it is after its first write. */
  public static StoredUser of(User user) {
    return new StoredUser(
        user.sub(),
        user.sub(),
        user.email(),
        user.emailVerified(),
        user.profile(),
        true,
        user.createdAt(),
        user.confirmedAt(),
        user.updatedAt(),
        user.userName(),
        user.userPoolId(),
        new StoredVersion(user.version(), user.version()),
        null);
  }

  /** Returns the user, or an empty Optional if the row is damaged. */
  public Optional<User> user() {
    return isDamaged() ? Optional.empty() : Optional.of(intact());
  }

  /** Returns whether an attribute that every row has is missing, or any attribute is malformed. */
  public boolean isDamaged() {
    return email == null
        || emailVerified == null
        || !isProfileReadable
        || createdAt == null
        || confirmedAt == null
        || updatedAt == null
        || userName == null
        || userPoolId == null
        || version.number() == null;
  }

  /** Returns the version of the row that replaces this one. */
  public long nextVersion() {
    return version.number() == null ? 1 : version.number() + 1;
  }

  private User intact() {
    return new User(
        sub,
        present(email),
        present(emailVerified),
        profile,
        present(createdAt),
        present(confirmedAt),
        present(updatedAt),
        present(userName),
        present(userPoolId),
        present(version.number()));
  }

  private static <T> T present(@Nullable T value) {
    return Objects.requireNonNull(value);
  }

  /**
   * The version of a row.
   *
   * @param number 1 or more, or null if it is missing or malformed
   * @param stored the attribute in the form of the table that it was read from, or null if it is
   *     missing; the next write has it as its condition
   */
  public record StoredVersion(@Nullable Long number, @Nullable Object stored) {}
}
