package dev.gatehouse.triggers.customemailsender;

import java.time.Duration;
import java.time.Instant;

/** A record of sent codes, so that a repeated invocation sends no second mail. */
public interface SentCodes {
  /** The time that a claim is valid: longer than the function's timeout of fifteen seconds. */
  Duration LEASE = Duration.ofSeconds(20);

  /** The result of a claim: whether the claimant may send the mail. */
  sealed interface Claim {
    /** A claim that is valid until the given time; its claimant may send the mail. */
    record Granted(Instant until) implements Claim {}

    /** A claim of another invocation, which is sending the mail or was interrupted. */
    record InProgress() implements Claim {}

    /** A mail that was already sent. */
    record AlreadySent() implements Claim {}
  }

  /** Claims the mail with this key, and records it for the lifetime of its code. */
  Claim claim(String key, Duration lifetime);

  /** Records that the mail was sent. */
  void markSent(String key);

  /** Ends a claim, so that the next invocation need not wait until it expires. */
  void release(String key, Claim.Granted claim);
}
