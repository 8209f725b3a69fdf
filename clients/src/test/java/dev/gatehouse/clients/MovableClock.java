package dev.gatehouse.clients;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of a client, which a test moves forward. */
final class MovableClock extends Clock {

  private volatile Duration ahead = Duration.ZERO;

  /** Moves the clock so far ahead of the computer's. */
  void moveAhead(Duration duration) {
    ahead = duration;
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
