package dev.gatehouse.triggers.erase;

import dev.gatehouse.triggers.reconcile.PoolUser;
import dev.gatehouse.users.CognitoUser;
import dev.gatehouse.users.Mailboxes;
import dev.gatehouse.users.StoredUser;
import dev.gatehouse.users.UserErasure;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The erasure of a user by an administrator, for whom it also looks for claims on mailboxes of
 * addresses that neither the pool nor the row has any more.
 */
record AdminErasure(ErasablePool pool, UserErasure records, Mailboxes mailboxes, Clock clock) {

  /** Erases a user; may be repeated. */
  Removed erase(String sub) {
    Optional<CognitoUser> user = pool.findBySub(sub).map(PoolUser::user);
    String userName = userName(sub, user);
    UserErasure.ErasedRecords erased =
        records.erase(
            sub, user.map(found -> found.attributes().get("email")).orElse(null), clock.instant());
    int claims = erased.claims() + releaseOthers(sub);
    return new Removed(erased.row(), claims, pool.delete(userName));
  }

  /** The user of an external provider has another name, which is in the pool and in the row. */
  private String userName(String sub, Optional<CognitoUser> user) {
    return user.map(CognitoUser::userName)
        .or(() -> records.users().read(sub).map(StoredUser::userName))
        .orElse(sub);
  }

  private int releaseOthers(String sub) {
    int released = 0;
    @Nullable String token = null;
    do {
      Mailboxes.ClaimPage page = mailboxes.claims(token);
      for (Mailboxes.Claim claim : page.claims()) {
        if (claim.sub().equals(sub) && mailboxes.release(claim.mailbox(), sub)) {
          released++;
        }
      }
      token = page.next();
    } while (token != null);
    return released;
  }

  /**
   * What an erasure removed.
   *
   * @param row whether there was a row
   * @param claims the number of mailbox claims
   * @param user whether there was a user in the pool
   */
  record Removed(boolean row, int claims, boolean user) {
    boolean isNothing() {
      return !row && claims == 0 && !user;
    }
  }
}
