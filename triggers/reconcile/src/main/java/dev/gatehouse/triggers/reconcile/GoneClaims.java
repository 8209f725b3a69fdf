package dev.gatehouse.triggers.reconcile;

import dev.gatehouse.users.Mailboxes;
import dev.gatehouse.users.Users;
import java.time.Clock;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The mailbox claims of users who have neither a row nor an account any more. */
record GoneClaims(
    UserPool pool, Users users, Mailboxes mailboxes, DifferencePolicy policy, Clock clock) {

  /** Frees the mailboxes, if the policy says so; a claim younger than the grace time stays. */
  void reconcile(Set<String> listed, ReconcileProgress progress, BooleanSupplier timeIsUp) {
    @Nullable String token = null;
    do {
      Mailboxes.ClaimPage page = mailboxes.claims(token);
      for (Mailboxes.Claim claim : page.claims()) {
        if (timeIsUp.getAsBoolean()) {
          progress.timeIsUp();
          return;
        }
        if (!listed.contains(claim.sub()) && isGone(claim)) {
          mailboxes.release(claim.mailbox(), claim.sub());
          progress.claimFreed();
        }
      }
      token = page.next();
    } while (token != null);
  }

  private boolean isGone(Mailboxes.Claim claim) {
    return claim.claimedAt() != null
        && !claim.claimedAt().plus(policy.grace()).isAfter(clock.instant())
        && users.read(claim.sub()).isEmpty()
        && pool.find(claim.sub()).isEmpty();
  }
}
