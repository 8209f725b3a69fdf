package dev.gatehouse.triggers.reconcile;

import dev.gatehouse.triggers.postconfirmation.ConfirmedUser;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Is a user as the pool lists them. */
record PoolUser(@Nullable String status, Instant createdAt, ConfirmedUser user) {
  /** Whoever has to choose another password, or comes from elsewhere, was confirmed as well. */
  private static final Set<String> CONFIRMED =
      Set.of("CONFIRMED", "RESET_REQUIRED", "EXTERNAL_PROVIDER");

  /** Returns whether the users table should have a row of this user. */
  boolean belongsInTheTable() {
    return status != null && CONFIRMED.contains(status) && user.missing() == null;
  }
}
