package dev.gatehouse.local.s3.signature;

import dev.gatehouse.local.clock.MovableClock;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.s3.S3Exception;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/**
 * The check of the time for which a presigned URL is valid. Who signs has the time of the computer;
 * moving the emulator's clock ends URLs that were signed before.
 */
record PresignedUrlExpiry(MovableClock clock) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);
  private static final long LONGEST = Duration.ofDays(7).toSeconds();

  void check(Request request, Signed signed) {
    long seconds = seconds(request.parameter("X-Amz-Expires").orElse(""));
    // A move within the second of signing counts as before it, since the time has no fractions.
    Instant end =
        clock.when(time(signed.time()).plusSeconds(1)).minusSeconds(1).plusSeconds(seconds);
    Instant now = clock.instant();
    if (now.isAfter(end)) {
      throw new S3Exception(
          403,
          "AccessDenied",
          "Request has expired",
          Map.of(
              "X-Amz-Expires", Long.toString(seconds),
              "Expires", end.toString(),
              "ServerTime", now.toString()));
    }
  }

  private static Instant time(String text) {
    try {
      return LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException malformed) {
      throw Signed.queryError(
          "X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"");
    }
  }

  private static long seconds(String text) {
    long seconds;
    try {
      seconds = Long.parseLong(text);
    } catch (NumberFormatException malformed) {
      throw Signed.queryError("X-Amz-Expires should be a number");
    }
    if (seconds < 0) {
      throw Signed.queryError("X-Amz-Expires must be non-negative");
    }
    if (seconds > LONGEST) {
      throw Signed.queryError(
          "X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires"
              + " must be less than 604800 seconds");
    }
    return seconds;
  }
}
