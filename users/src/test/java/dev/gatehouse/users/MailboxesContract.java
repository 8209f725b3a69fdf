package dev.gatehouse.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of every implementation of {@link Mailboxes}. */
public abstract class MailboxesContract {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");

  private String mailbox;

  /** Returns the table under test. */
  public abstract Mailboxes mailboxes();

  @BeforeEach
  final void chooseAnUnclaimedMailbox() {
    mailbox = UUID.randomUUID().toString();
  }

  @Test
  void unclaimedMailboxHasNoOwner() {
    assertThat(mailboxes().owner(mailbox)).isEmpty();
  }

  @Test
  void claimedMailboxBelongsToItsUser() {
    assertThat(mailboxes().claim(mailbox, "jane", NOW)).isTrue();
    assertThat(mailboxes().owner(mailbox)).contains("jane");
  }

  @Test
  void claimMayBeRepeated() {
    mailboxes().claim(mailbox, "jane", NOW);
    assertThat(mailboxes().claim(mailbox, "jane", NOW.plusSeconds(1))).isTrue();
    assertThat(mailboxes().owner(mailbox)).contains("jane");
  }

  @Test
  void laterClaimByAnotherUserIsRefused() {
    mailboxes().claim(mailbox, "jane", NOW);
    assertThat(mailboxes().claim(mailbox, "joe", NOW.plusSeconds(1))).isFalse();
    assertThat(mailboxes().owner(mailbox)).contains("jane");
  }

  @Test
  void releasedMailboxMayBeClaimedByAnother() {
    mailboxes().claim(mailbox, "jane", NOW);
    assertThat(mailboxes().release(mailbox, "jane")).isTrue();
    assertThat(mailboxes().release(mailbox, "jane")).isFalse();
    assertThat(mailboxes().owner(mailbox)).isEmpty();
    assertThat(mailboxes().claim(mailbox, "joe", NOW)).isTrue();
  }

  @Test
  void mailboxOfAnotherUserIsNotReleased() {
    mailboxes().claim(mailbox, "jane", NOW);
    assertThat(mailboxes().release(mailbox, "joe")).isFalse();
    assertThat(mailboxes().owner(mailbox)).contains("jane");
  }

  @Test
  void everyClaimIsListed() {
    mailboxes().claim(mailbox, "jane", NOW);
    mailboxes().claim(mailbox + "-2", "joe", NOW);
    List<Mailboxes.Claim> listed = new ArrayList<>();
    @Nullable String token = null;
    do {
      Mailboxes.ClaimPage page = mailboxes().claims(token);
      listed.addAll(page.claims());
      token = page.next();
    } while (token != null);
    assertThat(listed)
        .contains(
            new Mailboxes.Claim(mailbox, "jane", NOW),
            new Mailboxes.Claim(mailbox + "-2", "joe", NOW));
  }

  @Test
  void userMayClaimTwoMailboxes() {
    assertThat(mailboxes().claim(mailbox, "jane", NOW)).isTrue();
    assertThat(mailboxes().claim(mailbox + "-2", "jane", NOW)).isTrue();
  }

  @Test
  void oneOfManyConcurrentClaimsWins() throws Exception {
    List<Callable<Boolean>> claims = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String sub = "user-" + i;
      claims.add(() -> mailboxes().claim(mailbox, sub, NOW));
    }
    int won = 0;
    try (var pool = Executors.newFixedThreadPool(8)) {
      for (Future<Boolean> result : pool.invokeAll(claims)) {
        won += result.get() ? 1 : 0;
      }
    }
    assertThat(won).isOne();
  }
}
