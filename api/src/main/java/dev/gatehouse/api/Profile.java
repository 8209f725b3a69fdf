package dev.gatehouse.api;

import dev.gatehouse.users.User;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/** Is what people see of their row. */
@Json
record Profile(
    String sub,
    String email,
    boolean emailVerified,
    @Nullable String locale,
    @Nullable String givenName,
    @Nullable String familyName,
    String createdAt,
    String confirmedAt,
    String updatedAt) {

  /** Shows a row; times as ISO-8601 in UTC. */
  static Profile of(User user) {
    return new Profile(
        user.sub(),
        user.email(),
        user.emailVerified(),
        user.locale(),
        user.givenName(),
        user.familyName(),
        user.createdAt().toString(),
        user.confirmedAt().toString(),
        user.updatedAt().toString());
  }
}
