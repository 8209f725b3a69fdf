package dev.gatehouse.triggers.reconcile;

import dev.gatehouse.users.MailboxClaims;
import dev.gatehouse.users.UserErasure;
import dev.gatehouse.users.UserRows;
import dev.gatehouse.users.Users;
import java.time.Clock;

/** The reconciler of a test's pool and rows, which keeps unconfirmed users. */
final class TestReconciler {
  private TestReconciler() {}

  /**
   * Returns a reconciler.
   *
   * @param into the rows to copy users into
   * @param users the rows to erase users from
   */
  static <S extends Users & UserRows> PoolReconciler of(
      UserPool pool,
      Users into,
      S users,
      MailboxClaims claims,
      DifferencePolicy policy,
      Clock clock) {
    return new PoolReconciler(
        pool,
        new UserCopier(pool, into, claims, policy, FakeUserPool.keepUnconfirmed(clock), clock),
        new GoneUsers(pool, users, new UserErasure(users, claims), policy, clock),
        null);
  }
}
