package dev.gatehouse.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
