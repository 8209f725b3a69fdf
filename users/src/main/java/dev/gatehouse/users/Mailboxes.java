package dev.gatehouse.users;

import java.time.Instant;
import java.util.Optional;

/** The table of claimed mailboxes, with one row for each mailbox of a confirmed user. */
public interface Mailboxes {

  /**
   * Claims a mailbox for a user; the first claim wins, and its user may repeat it.
   *
   * @param mailbox an opaque key of the mailbox
   * @return true if the mailbox belongs to this user now, false if it belongs to another
   */
  boolean claim(String mailbox, String sub, Instant now);

  /** Returns the {@code sub} of a mailbox's owner, or an empty Optional if it is unclaimed. */
  Optional<String> owner(String mailbox);
}
