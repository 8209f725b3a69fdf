package dev.gatehouse.triggers.customemailsender;

import java.time.Duration;
import java.time.Instant;

/** Remembers which codes were sent, so that a call that comes again sends nothing again. */
interface SentCodes {
  /** Longer than the function may run, fifteen seconds: who claimed is gone when the claim ends. */
  Duration LEASE = Duration.ofSeconds(20);

  /** Answers whether a mail is ours to send. */
  sealed interface Claim {
    /** It is ours until then. */
    record Granted(Instant until) implements Claim {}

    /** Somebody else is sending it, or broke off and its claim has not ended yet. */
    record Held() implements Claim {}

    /** It was sent. */
    record AlreadySent() implements Claim {}
  }

  /** Claims the mail of this key, and remembers it for as long as its code lives. */
  Claim claim(String key, Duration lifetime);

  /** Notes that the mail was sent. */
  void sent(String key);

  /** Gives a claim back, so that the next call need not wait for its end. */
  void release(String key, Claim.Granted claim);
}
