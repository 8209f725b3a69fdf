package dev.gatehouse.triggers.deferredusers;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.gatehouse.users.json.UserJson;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One receive of a message.
 *
 * @param number how often the queue has delivered the message, 1 at first
 * @param sentAt when the message came into the queue, which a redrive makes anew
 * @param deferredAt when the row was deferred first, or null if the message does not say it
 */
record Attempt(int number, @Nullable Instant sentAt, @Nullable Instant deferredAt) {
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofMinutes(15);

  /** The number of doublings that reach the longest delay. */
  private static final int DOUBLINGS = 5;

  /** Longer than a row takes from PostConfirmation to the queue, shorter than any redrive. */
  private static final Duration REDRIVEN = Duration.ofHours(1);

  static Attempt of(SQSMessage message, UserJson json) {
    Map<String, String> attributes =
        message.getAttributes() == null ? Map.of() : message.getAttributes();
    @Nullable Long sent = number(attributes.get("SentTimestamp"));
    @Nullable Long count = number(attributes.get("ApproximateReceiveCount"));
    return new Attempt(
        count == null ? 1 : Math.clamp(count, 1, Integer.MAX_VALUE),
        sent == null ? null : Instant.ofEpochMilli(sent),
        json.readDeferredAt(message.getBody()));
  }

  /** Returns the delay of the next attempt: twice as long each time, up to a quarter of an hour. */
  Duration delay() {
    return number > DOUBLINGS ? LONGEST : FIRST.multipliedBy(1L << (number - 1));
  }

  /** Returns the time since the row was deferred first, in seconds, or 0 if it is not known. */
  long age(Instant now) {
    @Nullable Instant since = deferredAt == null ? sentAt : deferredAt;
    return since == null ? 0 : Math.max(0, Duration.between(since, now).toSeconds());
  }

  /**
   * Returns whether the message was in the dead-letter queue and has exhausted its receives again.
   */
  boolean isLastAfterRedrive(int maxReceives) {
    return number >= maxReceives
        && sentAt != null
        && deferredAt != null
        && deferredAt.plus(REDRIVEN).isBefore(sentAt);
  }

  private static @Nullable Long number(@Nullable String text) {
    return text == null || !text.matches("\\d{1,18}") ? null : Long.valueOf(text);
  }
}
