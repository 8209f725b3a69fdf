package dev.gatehouse.triggers.customemailsender;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.triggers.customemailsender.SentCodes.Claim;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The contract of {@link SentCodes}, tested for each implementation. */
public abstract class SentCodesContract {
  private static final Duration DAY = Duration.ofHours(24);

  public final ManualClock clock = new ManualClock();
  private final String key = UUID.randomUUID().toString();

  /** Returns the implementation under test, which uses {@link #clock}. */
  public abstract SentCodes codes();

  private Claim.Granted claim() {
    return (Claim.Granted) codes().claim(key, DAY);
  }

  @Test
  public final void firstClaimIsGranted() {
    assertThat(claim().until()).isEqualTo(clock.instant().plus(SentCodes.LEASE));
  }

  @Test
  public final void secondClaimIsRefusedDuringTheLease() {
    claim();
    assertThat(codes().claim(key, DAY)).isEqualTo(new Claim.InProgress());
  }

  @Test
  public final void sentCodeIsNotClaimedAgain() {
    claim();
    codes().markSent(key);
    assertThat(codes().claim(key, DAY)).isEqualTo(new Claim.AlreadySent());
    clock.advance(DAY.minusSeconds(2));
    assertThat(codes().claim(key, DAY)).isEqualTo(new Claim.AlreadySent());
  }

  @Test
  public final void claimExpires() {
    claim();
    clock.advance(SentCodes.LEASE);
    assertThat(codes().claim(key, DAY)).isInstanceOf(Claim.Granted.class);
  }

  @Test
  public final void releasedClaimIsFreeAtOnce() {
    codes().release(key, claim());
    assertThat(codes().claim(key, DAY)).isInstanceOf(Claim.Granted.class);
  }

  @Test
  public final void releaseOfAnExpiredClaimChangesNothing() {
    Claim.Granted expired = claim();
    clock.advance(SentCodes.LEASE.plusMillis(1));
    claim();
    codes().release(key, expired);
    assertThat(codes().claim(key, DAY)).isEqualTo(new Claim.InProgress());
  }

  @Test
  public final void expiredCodeIsForgotten() {
    claim();
    codes().markSent(key);
    clock.advance(DAY.plusSeconds(2));
    assertThat(codes().claim(key, DAY)).isInstanceOf(Claim.Granted.class);
    codes().markSent(key);
    assertThat(codes().claim(key, DAY)).isEqualTo(new Claim.AlreadySent());
  }

  @Test
  public final void anotherCodeIsIndependent() {
    claim();
    assertThat(codes().claim(key + "-", DAY)).isInstanceOf(Claim.Granted.class);
  }
}
