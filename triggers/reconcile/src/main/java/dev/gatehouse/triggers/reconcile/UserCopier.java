package dev.gatehouse.triggers.reconcile;

import dev.gatehouse.users.CognitoUser;
import dev.gatehouse.users.MailboxClaims;
import dev.gatehouse.users.StoredUser;
import dev.gatehouse.users.User;
import dev.gatehouse.users.Users;
import java.time.Clock;
import java.util.Optional;

/**
 * The writer of the rows of the pool's users: missing ones, damaged ones and, if the policy says
 * so, those that differ.
 */
record UserCopier(
    UserPool pool,
    Users users,
    MailboxClaims claims,
    DifferencePolicy policy,
    UnconfirmedUsers unconfirmed,
    Clock clock) {

  /** Copies one user, or removes one who has not confirmed for too long. */
  void copy(PoolUser user, ReconcileProgress progress) {
    progress.userSeen();
    try {
      if (user.belongsInTheTable()) {
        write(user, progress);
      } else {
        unconfirmed.remove(user, progress);
      }
      progress.oneDone();
    } catch (RuntimeException failure) {
      // One failed user must not fail the rest of the page.
      progress.rowFailed(failure);
    }
  }

  private void write(PoolUser user, ReconcileProgress progress) {
    Optional<StoredUser> row = users.read(user.user().sub());
    if (row.isEmpty()) {
      writeMissing(user, progress);
    } else if (row.get().isDamaged()) {
      repair(user, row.get(), progress);
    } else {
      compare(user, row.get(), progress);
    }
  }

  private void writeMissing(PoolUser user, ReconcileProgress progress) {
    User first = user.user().firstRow(user.createdAt(), clock.instant());
    switch (users.putIfAbsent(first)) {
      case WRITTEN -> progress.rowWritten();
      case EXISTS -> {}
      case ERASED -> {
        // The erasure broke off before the pool's user was deleted.
        progress.erasureIncomplete();
        return;
      }
    }
    claim(first, progress);
  }

  private void repair(PoolUser user, StoredUser row, ReconcileProgress progress) {
    User next = user.user().nextRow(row, user.createdAt(), clock.instant());
    if (users.replace(row, next)) {
      progress.rowRepaired();
    }
    claim(next, progress);
  }

  /** Asks the pool once more before a difference counts: the page may be older than the row. */
  private void compare(PoolUser listed, StoredUser row, ReconcileProgress progress) {
    User user = row.user().orElseThrow();
    Optional<CognitoUser> found =
        listed.user().differsFrom(user) ? pool.find(listed.user().userName()) : Optional.empty();
    if (found.isPresent() && found.get().missing() == null && found.get().differsFrom(user)) {
      progress.rowDiffers();
      if (policy.repairs()) {
        follow(found.get(), row, user, progress);
        return;
      }
    }
    // Even if there is a row: it may be older than the mailboxes table.
    claim(user, progress);
  }

  private void follow(CognitoUser found, StoredUser row, User user, ReconcileProgress progress) {
    User next = found.nextRow(row, clock.instant());
    if (users.replace(row, next)) {
      progress.rowRepaired();
      claim(next, progress);
      claims.releaseFormer(user.email(), next.email(), user.sub());
    }
  }

  private void claim(User row, ReconcileProgress progress) {
    if (row.emailVerified() && !claims.claim(row.email(), row.sub(), row.confirmedAt())) {
      progress.claimLost();
    }
  }
}
