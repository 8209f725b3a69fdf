package dev.gatehouse.triggers;

import dev.gatehouse.triggers.InvocationLog.Invocation;
import dev.gatehouse.triggers.emailrules.MailboxClaims;
import dev.gatehouse.users.DynamoDbMailboxes;
import dev.gatehouse.users.DynamoDbUsers;
import dev.gatehouse.users.User;
import dev.gatehouse.users.Users;
import java.time.Duration;
import java.util.Map;

/** Keeps what is ours of a confirmed user: the row, and the claim of the mailbox. */
public final class UserCopies {
  /** Nobody waits for a snapshot. */
  private static final Duration REHEARSED_CLAIM = Duration.ofSeconds(3);

  private final Users users;
  private final MailboxClaims claims;

  /** Keeps rows in the one, claims in the other. */
  public UserCopies(Users users, MailboxClaims claims) {
    this.users = users;
    this.claims = claims;
  }

  /** Goes the same ways and keeps nothing, for a call before a snapshot. */
  public static UserCopies rehearsal(Map<String, String> environment) {
    return new UserCopies(
        DynamoDbUsers.rehearsal(environment),
        MailboxClaims.from(
            environment, () -> DynamoDbMailboxes.rehearsal(environment, REHEARSED_CLAIM)));
  }

  /**
   * Writes the row unless it is there, and claims the mailbox either way, so that what was half
   * done is finished by whoever tries again; throws whatever the technology throws.
   */
  public Outcome copy(User user, Invocation invocation) {
    boolean written = users.putIfAbsent(user);
    // An address that nobody has proved is nobody's claim.
    if (user.emailVerified() && !claims.claim(user.email(), user.sub(), user.confirmedAt())) {
      invocation.passed(
          Outcome.error("not-claimed", "MAILBOX_TAKEN").countedAs("MailboxClaimsLost"));
    }
    return written ? Outcome.of("copied").countedAs("UsersCopied") : Outcome.of("already-there");
  }
}
