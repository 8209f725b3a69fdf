package dev.gatehouse.triggers.reconcile;

import dev.gatehouse.users.MailboxClaims;
import dev.gatehouse.users.PutResult;
import dev.gatehouse.users.StoredUser;
import dev.gatehouse.users.User;
import dev.gatehouse.users.Users;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The comparison of a user pool with the users table: writes the missing rows and repairs the
 * damaged ones.
 *
 * <p>It works on one user at a time, so that it leaves the pool's request quotas to the users who
 * sign in meanwhile.
 */
record PoolReconciler(UserPool pool, Users users, MailboxClaims claims, Clock clock) {

  /** Reconciles from a page to the end of the pool, or until the time is up. */
  ReconcileProgress reconcile(@Nullable String token, BooleanSupplier timeIsUp) {
    ReconcileProgress progress = new ReconcileProgress(token);
    do {
      @Nullable String next = page(progress, timeIsUp);
      if (progress.stopped() == null) {
        progress.advanceTo(next);
      }
    } while (progress.stopped() == null && progress.token() != null);
    return progress;
  }

  /** Reconciles one page and returns the token of the next one. */
  private @Nullable String page(ReconcileProgress progress, BooleanSupplier timeIsUp) {
    if (timeIsUp.getAsBoolean()) {
      progress.timeIsUp();
      return null;
    }
    try {
      UserPool.UserPage page = pool.listUsers(progress.token());
      write(page.users(), progress, timeIsUp);
      return page.next();
    } catch (RuntimeException failure) {
      progress.poolFailed(failure);
      return null;
    }
  }

  private void write(List<PoolUser> page, ReconcileProgress progress, BooleanSupplier timeIsUp) {
    for (PoolUser user : page) {
      if (timeIsUp.getAsBoolean()) {
        progress.timeIsUp();
      }
      if (progress.stopped() != null) {
        return;
      }
      write(user, progress);
    }
  }

  private void write(PoolUser user, ReconcileProgress progress) {
    progress.userSeen();
    try {
      if (user.belongsInTheTable()) {
        copy(user, progress);
      }
    } catch (RuntimeException failure) {
      // One failed user must not fail the rest of the page.
      progress.rowFailed(failure);
    }
  }

  /** Claims the mailbox even if there is a row: the row may be older than the mailboxes table. */
  private void copy(PoolUser user, ReconcileProgress progress) {
    User row = user.user().firstRow(user.createdAt(), clock.instant());
    write(user, row, progress);
    if (row.emailVerified() && !claims.claim(row.email(), row.sub(), row.confirmedAt())) {
      progress.claimLost();
    }
  }

  private void write(PoolUser user, User first, ReconcileProgress progress) {
    Optional<StoredUser> row = users.read(first.sub());
    if (row.isEmpty()) {
      if (users.putIfAbsent(first) == PutResult.WRITTEN) {
        progress.rowWritten();
      }
    } else if (row.get().isDamaged() && users.replace(row.get(), repaired(user, row.get()))) {
      progress.rowRepaired();
    }
  }

  private User repaired(PoolUser user, StoredUser row) {
    return user.user().nextRow(row, user.createdAt(), clock.instant());
  }
}
