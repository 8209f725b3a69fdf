package dev.gatehouse.triggers.reconcile;

import dev.gatehouse.users.Mailboxes;
import dev.gatehouse.users.Users;
import java.time.Clock;

/** The mailbox claims of users who have neither a row nor an account any more. */
record GoneClaims(
    UserPool pool, Users users, Mailboxes mailboxes, DifferencePolicy policy, Clock clock) {

  /** Frees the mailboxes of one page of claims; a claim younger than the grace time stays. */
  void page(Pass pass, LeasedPass leased, ReconcileProgress progress, TimeLeft time) {
    Mailboxes.ClaimPage page = mailboxes.claims(pass.cursor());
    ListedUsers listed = leased.listed();
    for (Mailboxes.Claim claim : page.claims()) {
      if (listed.lacks(claim.sub())) {
        if (time.isUpForAPage()) {
          progress.timeIsUp();
        } else {
          check(claim, progress);
          leased.renew();
        }
        if (progress.stopped() != null) {
          return;
        }
      }
    }
    if (page.next() == null) {
      progress.passFinished();
      leased.finish(pass);
    } else {
      leased.advance(pass.claimsChecked(page.next(), leased.now()));
    }
  }

  private void check(Mailboxes.Claim claim, ReconcileProgress progress) {
    try {
      if (isGone(claim)) {
        mailboxes.release(claim.mailbox(), claim.sub());
        progress.claimFreed();
      }
      progress.oneDone();
    } catch (RuntimeException failure) {
      progress.checkOfOneFailed(failure);
    }
  }

  private boolean isGone(Mailboxes.Claim claim) {
    return claim.claimedAt() != null
        && !claim.claimedAt().plus(policy.grace()).isAfter(clock.instant())
        && users.read(claim.sub()).isEmpty()
        && pool.find(claim.sub()).isEmpty();
  }
}
