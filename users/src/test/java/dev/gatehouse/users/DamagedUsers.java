package dev.gatehouse.users;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Damaged rows for tests. */
public final class DamagedUsers {
  private DamagedUsers() {}

  /** Returns rows of a user, each without another attribute, and one with none but the key. */
  public static Stream<StoredUser> of(User user) {
    return Stream.of(
            "email",
            "emailVerified",
            "profile",
            "createdAt",
            "confirmedAt",
            "updatedAt",
            "userName",
            "userPoolId",
            "version",
            "all")
        .map(attribute -> without(attribute, user));
  }

  private static StoredUser without(String missing, User user) {
    Damage damage = new Damage(missing);
    return new StoredUser(
        user.sub(),
        user.sub(),
        damage.of("email", user.email()),
        damage.of("emailVerified", user.emailVerified()),
        user.profile(),
        damage.of("profile", true) != null,
        damage.of("createdAt", user.createdAt()),
        damage.of("confirmedAt", user.confirmedAt()),
        damage.of("updatedAt", user.updatedAt()),
        damage.of("userName", user.userName()),
        damage.of("userPoolId", user.userPoolId()),
        new StoredUser.StoredVersion(
            damage.of("version", user.version()), damage.of("version", user.version())),
        null);
  }

  private record Damage(String missing) {
    <T> @Nullable T of(String attribute, T value) {
      return missing.equals(attribute) || missing.equals("all") ? null : value;
    }
  }
}
