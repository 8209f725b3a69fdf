package dev.gatehouse.dynamodb.operation.transaction;

import com.google.gson.JsonElement;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.error.ErrorType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tokens of the transactions of the last ten minutes, which are not made again. */
final class RequestTokens {

  private static final Duration KEPT = Duration.ofMinutes(10);

  private final InstantSource clock;
  private final Map<String, Used> used = new LinkedHashMap<>();

  RequestTokens(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * A transaction that was made.
   *
   * @param digest the digest of its items, which would fill the memory in ten minutes
   */
  private record Used(String digest, Instant when, List<Integer> sizes) {}

  /**
   * Returns the sizes of the items of a transaction that was made before, null if it was not;
   * throws for a token of another transaction.
   */
  synchronized @Nullable List<Integer> replayed(String token, JsonElement items) {
    Instant oldest = clock.instant().minus(KEPT);
    // In the order in which they were added, so the oldest come first.
    used.values().removeIf(each -> each.when().isBefore(oldest));
    @Nullable Used before = used.get(token);
    if (before != null && !before.digest().equals(JsonDigest.of(items))) {
      throw DynamoDbException.of(
          ErrorType.IDEMPOTENT_PARAMETER_MISMATCH,
          "Request parameters do not match those of an in-flight or recent transaction using the"
              + " same ClientRequestToken");
    }
    return before == null ? null : before.sizes();
  }

  /** Forgets all tokens, whose transactions may be undone. */
  synchronized void clear() {
    used.clear();
  }

  /** Remembers a transaction and how large each of its items was, before it or after it. */
  synchronized void add(String token, JsonElement items, List<Integer> sizes) {
    used.put(token, new Used(JsonDigest.of(items), clock.instant(), sizes));
  }
}
