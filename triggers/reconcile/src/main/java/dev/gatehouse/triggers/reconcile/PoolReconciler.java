package dev.gatehouse.triggers.reconcile;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The comparison of a user pool with the tables.
 *
 * <p>It works on one user at a time, so that it leaves the pool's request quotas to the users who
 * sign in meanwhile. Rows and claims without a user are looked for only after the whole pool was
 * listed: a listing that broke off looks like deletions.
 *
 * @param goneClaims null if mailboxes are not claimed
 */
record PoolReconciler(
    UserPool pool, UserCopier copier, GoneUsers goneUsers, @Nullable GoneClaims goneClaims) {
  /** The life of a page's token; after it, no error of the pool says more than another. */
  private static final Duration TOKEN_LIFE = Duration.ofHours(1);

  /** Continues a pass until it is finished or the time is up. */
  void reconcile(LeasedPass leased, ReconcileProgress progress, TimeLeft time) {
    for (Pass pass = leased.pass();
        pass != null && progress.stopped() == null;
        pass = leased.pass()) {
      if (time.isUpForAPage()) {
        progress.timeIsUp();
      } else {
        page(pass, leased, progress, time);
      }
    }
  }

  private void page(Pass pass, LeasedPass leased, ReconcileProgress progress, TimeLeft time) {
    try {
      switch (pass.phase()) {
        case USERS -> users(pass, leased, progress, time);
        case ROWS -> goneUsers.page(pass, leased, progress, time);
        case CLAIMS -> claims(pass, leased, progress, time);
      }
    } catch (LeasedPass.LeaseLost lost) {
      throw lost;
    } catch (RuntimeException failure) {
      if (pass.phase() == Pass.Phase.USERS) {
        progress.tableFailed(failure);
      } else {
        progress.checkFailed(failure);
      }
    }
  }

  private void users(Pass pass, LeasedPass leased, ReconcileProgress progress, TimeLeft time) {
    UserPool.UserPage page;
    try {
      page = pool.listUsers(pass.cursor());
    } catch (RuntimeException failure) {
      listingFailed(pass, failure, leased, progress);
      return;
    }
    ListedUsers listed = leased.listed();
    page.users().forEach(user -> listed.add(String.valueOf(user.user().attributes().get("sub"))));
    copy(page.users(), leased, progress, time);
    if (progress.stopped() == null) {
      leased.advance(pass.listed(page.users().size(), page.next(), leased.now()));
    }
  }

  /** Begins the listing again if its token is no longer valid, once in a run. */
  private static void listingFailed(
      Pass pass, RuntimeException failure, LeasedPass leased, ReconcileProgress progress) {
    boolean expired =
        failure instanceof UserPool.InvalidToken
            || pass.cursorAt().plus(TOKEN_LIFE).isBefore(leased.now());
    if (pass.cursor() == null || !expired || progress.isListedAgain()) {
      progress.poolFailed(failure);
    } else {
      progress.listAgain();
      leased.advance(pass.fromTheStart(leased.now()));
    }
  }

  private void copy(
      List<PoolUser> page, LeasedPass leased, ReconcileProgress progress, TimeLeft time) {
    for (PoolUser user : page) {
      if (time.isUpForAWrite()) {
        progress.timeIsUp();
      }
      if (progress.stopped() != null) {
        return;
      }
      copier.copy(user, progress);
      leased.renew();
    }
  }

  private void claims(Pass pass, LeasedPass leased, ReconcileProgress progress, TimeLeft time) {
    if (goneClaims == null) {
      progress.passFinished();
      leased.finish(pass);
    } else {
      goneClaims.page(pass, leased, progress, time);
    }
  }
}
