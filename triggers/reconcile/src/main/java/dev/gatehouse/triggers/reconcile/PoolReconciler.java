package dev.gatehouse.triggers.reconcile;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The comparison of a user pool with the tables.
 *
 * <p>It works on one user at a time, so that it leaves the pool's request quotas to the users who
 * sign in meanwhile. Rows and claims without a user are looked for only after one run has listed
 * the whole pool: a listing that broke off, or began in the middle, looks like deletions.
 *
 * @param goneClaims null if mailboxes are not claimed
 */
record PoolReconciler(
    UserPool pool, UserCopier copier, GoneUsers goneUsers, @Nullable GoneClaims goneClaims) {

  /** Reconciles from a page to the end of the pool, or until the time is up. */
  ReconcileProgress reconcile(@Nullable String token, BooleanSupplier timeIsUp) {
    ReconcileProgress progress = new ReconcileProgress(token);
    Set<String> listed = new HashSet<>();
    do {
      @Nullable String next = page(progress, listed, timeIsUp);
      if (progress.stopped() == null) {
        progress.advanceTo(next);
      }
    } while (progress.stopped() == null && progress.token() != null);
    if (progress.stopped() == null && token == null) {
      removeGone(listed, progress, timeIsUp);
    }
    return progress;
  }

  /** Reconciles one page and returns the token of the next one. */
  private @Nullable String page(
      ReconcileProgress progress, Set<String> listed, BooleanSupplier timeIsUp) {
    if (timeIsUp.getAsBoolean()) {
      progress.timeIsUp();
      return null;
    }
    try {
      UserPool.UserPage page = pool.listUsers(progress.token());
      page.users().forEach(user -> listed.add(String.valueOf(user.user().attributes().get("sub"))));
      copy(page.users(), progress, timeIsUp);
      return page.next();
    } catch (RuntimeException failure) {
      progress.poolFailed(failure);
      return null;
    }
  }

  private void copy(List<PoolUser> page, ReconcileProgress progress, BooleanSupplier timeIsUp) {
    for (PoolUser user : page) {
      if (timeIsUp.getAsBoolean()) {
        progress.timeIsUp();
      }
      if (progress.stopped() != null) {
        return;
      }
      copier.copy(user, progress);
    }
  }

  private void removeGone(
      Set<String> listed, ReconcileProgress progress, BooleanSupplier timeIsUp) {
    try {
      goneUsers.reconcile(listed, progress, timeIsUp);
      if (goneClaims != null && progress.stopped() == null) {
        goneClaims.reconcile(listed, progress, timeIsUp);
      }
    } catch (RuntimeException failure) {
      progress.checkFailed(failure);
    }
  }
}
