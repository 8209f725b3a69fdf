package dev.gatehouse.users;

import java.time.Instant;
import java.util.Optional;

/** Keeps whose a mailbox is, one row for each mailbox that a confirmed user has. */
public interface Mailboxes {

  /**
   * Claims a mailbox for a user; the first user keeps it, and may claim it as often as they like.
   *
   * @param mailbox a name for the mailbox that does not give it away
   * @return true if it is this user's now, false if it is another's
   */
  boolean claim(String mailbox, String sub, Instant now);

  /** Returns the {@code sub} of whose the mailbox is, or nothing if it is nobody's. */
  Optional<String> owner(String mailbox);
}
