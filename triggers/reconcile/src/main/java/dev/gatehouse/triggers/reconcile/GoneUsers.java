package dev.gatehouse.triggers.reconcile;

import dev.gatehouse.users.StoredUser;
import dev.gatehouse.users.UserErasure;
import dev.gatehouse.users.UserRows;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The rows whose users are gone from the pool. A row whose user a complete listing lacks is only
 * suspect: the pool is asked for each, and must say that there is no such user.
 */
record GoneUsers(
    UserPool pool, UserRows rows, UserErasure erasure, DifferencePolicy policy, Clock clock) {

  /**
   * Counts the rows of one page, and removes those whose time has come, if the policy says so. At
   * no row has a pass removed more than its share of the rows up to there.
   */
  void page(Pass pass, LeasedPass leased, ReconcileProgress progress, TimeLeft time) {
    UserRows.RowPage page = rows.rows(pass.cursor());
    long limit = policy.limit(pass.rows() + page.rows().size());
    ListedUsers listed = leased.listed();
    for (StoredUser row : page.rows()) {
      if (row.goneSince() != null || listed.lacks(row.sub())) {
        if (time.isUpForAPage()) {
          progress.timeIsUp();
        } else {
          check(row, limit, leased, progress);
          leased.renew();
        }
        if (progress.stopped() != null) {
          return;
        }
      }
    }
    @Nullable Pass now = leased.pass();
    leased.advance(
        (now == null ? pass : now).checked(page.rows().size(), page.next(), leased.now()));
    if (page.next() == null) {
      progress.rowsAreChecked();
    }
  }

  private void check(StoredUser row, long limit, LeasedPass leased, ReconcileProgress progress) {
    try {
      if (isGone(row)) {
        progress.userGone();
        if (policy.repairs()) {
          remove(row, limit, leased, progress);
        }
      }
      progress.oneDone();
    } catch (LeasedPass.LeaseLost lost) {
      throw lost;
    } catch (RuntimeException failure) {
      // One row must not keep the pass from the others.
      progress.checkOfOneFailed(failure);
    }
  }

  /** Without its user's name a row is left alone: another name would not be found either. */
  private boolean isGone(StoredUser row) {
    return row.userName() != null && pool.find(row.userName()).isEmpty();
  }

  private void remove(StoredUser row, long limit, LeasedPass leased, ReconcileProgress progress) {
    Instant now = clock.instant();
    if (row.goneSince() == null) {
      rows.markGone(row, now);
    }
    Instant since = row.goneSince() == null ? now : row.goneSince();
    @Nullable Pass pass = leased.pass();
    if (pass == null || since.plus(policy.grace()).isAfter(now)) {
      return;
    }
    if (pass.removed() < limit) {
      leased.count(pass.removedOne());
      erasure.erase(row.sub(), null, now);
      progress.rowRemoved();
    } else {
      progress.removalPostponed();
    }
  }
}
