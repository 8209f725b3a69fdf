package dev.gatehouse.users;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

  /**
   * Deletes a claim, if this user has it.
   *
   * @return true if it was deleted, false if the mailbox is unclaimed or belongs to another user
   */
  boolean release(String mailbox, String sub);

  /** Returns the page of claims with this token, or the first page without a token. */
  ClaimPage claims(@Nullable String token);

  /**
   * A claim of a mailbox.
   *
   * @param claimedAt the time of the last claim, or null if it is malformed
   */
  record Claim(String mailbox, String sub, @Nullable Instant claimedAt) {}

  /**
   * A page of claims.
   *
   * @param next the token of the next page, or null on the last page
   */
  record ClaimPage(List<Claim> claims, @Nullable String next) {
    /** Creates a page with a copy of the list. */
    public ClaimPage {
      claims = List.copyOf(claims);
    }
  }
}
