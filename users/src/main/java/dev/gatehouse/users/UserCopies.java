package dev.gatehouse.users;

import dev.gatehouse.lambda.log.InvocationLog.Invocation;
import dev.gatehouse.lambda.log.Outcome;

/** The writer of confirmed users: the row, and the claim of the mailbox. */
public final class UserCopies {
  private final Users users;
  private final MailboxClaims claims;

  /** Creates copies in a table of users and a table of mailboxes. */
  public UserCopies(Users users, MailboxClaims claims) {
    this.users = users;
    this.claims = claims;
  }

  /**
   * Writes the row unless there is one, and claims the mailbox in either case, so that a retry
   * completes a copy that failed halfway. Writes nothing of an erased user. Throws what the tables
   * throw.
   */
  public Outcome copy(User user, Invocation invocation) {
    PutResult result = users.putIfAbsent(user);
    if (result == PutResult.ERASED) {
      return Outcome.of("erased");
    }
    // Only a verified address proves that the mailbox is the user's.
    if (user.emailVerified() && !claims.claim(user.email(), user.sub(), user.confirmedAt())) {
      invocation.passed(
          Outcome.error("not-claimed", "MAILBOX_TAKEN").countedAs("MailboxClaimsLost"));
    }
    return result == PutResult.WRITTEN
        ? Outcome.of("copied").countedAs("UsersCopied")
        : Outcome.of("already-there");
  }
}
