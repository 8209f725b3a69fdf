package dev.gatehouse.triggers.reconcile;

import dev.gatehouse.users.CognitoUser;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A user as ListUsers returns them, with the status of the account. */
public record PoolUser(@Nullable String status, Instant createdAt, CognitoUser user) {
  /** The status of a sign-up that waits for its code. */
  static final String UNCONFIRMED = "UNCONFIRMED";

  /** The statuses of confirmed accounts: password resets and external providers included. */
  private static final Set<String> CONFIRMED =
      Set.of("CONFIRMED", "RESET_REQUIRED", "EXTERNAL_PROVIDER");

  /** Returns whether the users table should have a row of this user. */
  public boolean belongsInTheTable() {
    return status != null && CONFIRMED.contains(status) && user.missing() == null;
  }
}
