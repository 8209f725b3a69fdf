package dev.gatehouse.triggers.customemailsender;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.triggers.customemailsender.SentCodes.Claim;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Says what everything must do that remembers codes. */
abstract class SentCodesContract {
  private static final Duration DAY = Duration.ofHours(24);

  final MovedClock clock = new MovedClock();
  private final String key = UUID.randomUUID().toString();

  /** Returns what is to be held to the contract, at the time of the clock. */
  abstract SentCodes codes();

  private Claim.Granted granted() {
    return (Claim.Granted) codes().claim(key, DAY);
  }

  @Test
  final void firstWhoAsksMaySend() {
    assertThat(granted().until()).isEqualTo(clock.instant().plus(SentCodes.LEASE));
  }

  @Test
  final void secondWhoAsksMayNotWhileTheFirstSends() {
    granted();
    assertThat(codes().claim(key, DAY)).isEqualTo(new Claim.Held());
  }

  @Test
  final void codeThatWasSentStaysSent() {
    granted();
    codes().sent(key);
    assertThat(codes().claim(key, DAY)).isEqualTo(new Claim.AlreadySent());
    clock.pass(DAY.minusSeconds(2));
    assertThat(codes().claim(key, DAY)).isEqualTo(new Claim.AlreadySent());
  }

  @Test
  final void claimOfWhoBrokeOffEnds() {
    granted();
    clock.pass(SentCodes.LEASE);
    assertThat(codes().claim(key, DAY)).isInstanceOf(Claim.Granted.class);
  }

  @Test
  final void claimGivenBackIsFreeAtOnce() {
    codes().release(key, granted());
    assertThat(codes().claim(key, DAY)).isInstanceOf(Claim.Granted.class);
  }

  @Test
  final void whoComesLateGivesBackNothing() {
    Claim.Granted late = granted();
    clock.pass(SentCodes.LEASE.plusMillis(1));
    granted();
    codes().release(key, late);
    assertThat(codes().claim(key, DAY)).isEqualTo(new Claim.Held());
  }

  @Test
  final void deadCodeIsForgotten() {
    granted();
    codes().sent(key);
    clock.pass(DAY.plusSeconds(2));
    assertThat(codes().claim(key, DAY)).isInstanceOf(Claim.Granted.class);
    codes().sent(key);
    assertThat(codes().claim(key, DAY)).isEqualTo(new Claim.AlreadySent());
  }

  @Test
  final void anotherCodeIsAnotherMatter() {
    granted();
    assertThat(codes().claim(key + "-", DAY)).isInstanceOf(Claim.Granted.class);
  }
}
