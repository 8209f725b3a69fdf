package dev.gatehouse.api.idempotency;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The records of requests with an {@code Idempotency-Key}. */
public interface IdempotencyRecords {
  /** The time for which a response is sent again. */
  Duration LIFETIME = Duration.ofMinutes(10);

  /** The time after which a request without a response has failed: the function has 15 seconds. */
  Duration LEASE = Duration.ofSeconds(20);

  /**
   * Claims a request for the caller, unless another one has claimed or completed it.
   *
   * @param id the HMAC of the key
   * @param fingerprint the HMAC of the request
   */
  Claim claim(String id, String fingerprint, Instant now);

  /** Stores the response of a claimed request, if the claim still holds. */
  void complete(Claim.Granted claim, CompletedResponse response);

  /** Lets the next request claim the key, if the claim still holds. */
  void release(Claim.Granted claim);

  /** Returns records for priming: each claim is granted, and nothing is stored. */
  static IdempotencyRecords forPriming() {
    return new IdempotencyRecords() {
      @Override
      public Claim claim(String id, String fingerprint, Instant now) {
        return new Claim.Granted(id, "priming");
      }

      @Override
      public void complete(Claim.Granted claim, CompletedResponse response) {}

      @Override
      public void release(Claim.Granted claim) {}
    };
  }

  /** The result of a claim. */
  sealed interface Claim {
    /**
     * A granted claim.
     *
     * @param owner a random text that no other claim has
     */
    record Granted(String id, String owner) implements Claim {}

    /**
     * A record of an earlier request with the same key.
     *
     * @param response null while that request runs
     */
    record Existing(String fingerprint, @Nullable CompletedResponse response) implements Claim {}
  }
}
