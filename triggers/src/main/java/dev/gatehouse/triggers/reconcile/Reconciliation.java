package dev.gatehouse.triggers.reconcile;

import dev.gatehouse.triggers.emailrules.MailboxClaims;
import dev.gatehouse.users.User;
import dev.gatehouse.users.Users;
import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a pool and writes the rows that are missing.
 *
 * <p>One row after the other: the pool's limits belong to the people who sign in meanwhile.
 */
record Reconciliation(PoolUsers pool, Users users, MailboxClaims claims, Clock clock) {

  /** Goes on at the page of this token until the pool ends or time does. */
  Progress from(@Nullable String token, BooleanSupplier timeIsUp) {
    Progress progress = new Progress(token);
    do {
      @Nullable String next = page(progress, timeIsUp);
      if (progress.stopped() == null) {
        progress.turnTo(next);
      }
    } while (progress.stopped() == null && progress.token() != null);
    return progress;
  }

  /** Does one page, and returns the token of the one after it. */
  private @Nullable String page(Progress progress, BooleanSupplier timeIsUp) {
    if (timeIsUp.getAsBoolean()) {
      progress.timeIsUp();
      return null;
    }
    try {
      PoolUsers.Page page = pool.page(progress.token());
      write(page.users(), progress, timeIsUp);
      return page.next();
    } catch (RuntimeException failure) {
      progress.poolFailed(failure);
      return null;
    }
  }

  private void write(List<PoolUser> page, Progress progress, BooleanSupplier timeIsUp) {
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

  private void write(PoolUser user, Progress progress) {
    progress.saw();
    try {
      if (user.belongsInTheTable()) {
        keep(row(user), progress);
      }
    } catch (RuntimeException failure) {
      // Whatever it is, the other users have nothing to do with it.
      progress.rowFailed(failure);
    }
  }

  /** Claims for those whose row is there as well: they may be older than the claims are. */
  private void keep(User row, Progress progress) {
    if (users.putIfAbsent(row)) {
      progress.wrote();
    }
    if (row.emailVerified() && !claims.claim(row.email(), row.sub(), row.confirmedAt())) {
      progress.lostClaim();
    }
  }

  private User row(PoolUser user) {
    return user.user().rowSince(user.createdAt(), clock.instant());
  }
}
