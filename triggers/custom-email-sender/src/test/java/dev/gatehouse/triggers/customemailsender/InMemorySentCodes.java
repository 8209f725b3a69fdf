package dev.gatehouse.triggers.customemailsender;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record of sent codes in memory. */
final class InMemorySentCodes implements SentCodes {
  private record Row(boolean sent, Instant leaseUntil, Instant expiresAt) {}

  private final Map<String, Row> rows = new HashMap<>();
  private final Clock clock;

  InMemorySentCodes(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Claim claim(String key, Duration lifetime) {
    Instant now = clock.instant();
    @Nullable Row row = rows.get(key);
    if (row != null && !row.expiresAt().isBefore(now)) {
      if (row.sent()) {
        return new Claim.AlreadySent();
      }
      if (row.leaseUntil().isAfter(now)) {
        return new Claim.InProgress();
      }
    }
    rows.put(key, new Row(false, now.plus(LEASE), now.plus(lifetime)));
    return new Claim.Granted(now.plus(LEASE));
  }

  @Override
  public void markSent(String key) {
    rows.computeIfPresent(key, (same, row) -> new Row(true, row.leaseUntil(), row.expiresAt()));
  }

  @Override
  public void release(String key, Claim.Granted claim) {
    rows.computeIfPresent(
        key,
        (same, row) ->
            row.leaseUntil().equals(claim.until())
                ? new Row(row.sent(), Instant.EPOCH, row.expiresAt())
                : row);
  }
}
