package dev.gatehouse.triggers.reconcile;

import dev.gatehouse.users.StoredUser;
import dev.gatehouse.users.UserErasure;
import dev.gatehouse.users.UserRows;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The rows whose users are gone from the pool. A row whose user a complete listing lacks is only
 * suspect: the pool is asked for each, and must say that there is no such user.
 */
record GoneUsers(
    UserPool pool, UserRows rows, UserErasure erasure, DifferencePolicy policy, Clock clock) {

  /**
   * Counts the rows, and removes those whose time has come, if the policy says so.
   *
   * @param listed the {@code sub} of every user of the pool
   */
  void reconcile(Set<String> listed, ReconcileProgress progress, BooleanSupplier timeIsUp) {
    List<StoredUser> suspects = new ArrayList<>();
    long total = 0;
    @Nullable String token = null;
    do {
      if (timeIsUp.getAsBoolean()) {
        progress.timeIsUp();
        return;
      }
      UserRows.RowPage page = rows.rows(token);
      total += page.rows().size();
      page.rows().stream().filter(row -> !listed.contains(row.sub())).forEach(suspects::add);
      token = page.next();
    } while (token != null);
    reconcile(suspects, policy.limit(total), progress, timeIsUp);
    if (progress.stopped() == null) {
      progress.rowsAreChecked();
    }
  }

  private void reconcile(
      List<StoredUser> suspects, long limit, ReconcileProgress progress, BooleanSupplier timeIsUp) {
    for (StoredUser row : suspects) {
      if (timeIsUp.getAsBoolean()) {
        progress.timeIsUp();
        return;
      }
      if (isGone(row)) {
        progress.userGone();
        if (policy.repairs()) {
          remove(row, limit, progress);
        }
      }
    }
  }

  /** Without its user's name a row is left alone: another name would not be found either. */
  private boolean isGone(StoredUser row) {
    return row.userName() != null && pool.find(row.userName()).isEmpty();
  }

  private void remove(StoredUser row, long limit, ReconcileProgress progress) {
    Instant now = clock.instant();
    if (row.goneSince() == null) {
      rows.markGone(row, now);
    }
    Instant since = row.goneSince() == null ? now : row.goneSince();
    if (since.plus(policy.grace()).isAfter(now)) {
      return;
    }
    if (progress.removed() < limit) {
      erasure.erase(row.sub(), null, now);
      progress.rowRemoved();
    } else {
      progress.removalPostponed();
    }
  }
}
