package dev.gatehouse.local.sqs;

import dev.gatehouse.local.sqs.Queue.Received;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Is one message as a queue holds it; the queue's lock guards it. */
final class Held {
  private final String id;
  private final String body;
  private final Instant sentAt;
  private Instant visibleAt;
  private int received;
  private @Nullable Instant firstReceivedAt;
  private @Nullable String handle;

  Held(String id, String body, Instant sentAt, Instant visibleAt) {
    this.id = id;
    this.body = body;
    this.sentAt = sentAt;
    this.visibleAt = visibleAt;
  }

  Instant sentAt() {
    return sentAt;
  }

  Instant visibleAt() {
    return visibleAt;
  }

  int received() {
    return received;
  }

  /** Returns whether somebody has it, and has not deleted it yet. */
  boolean inFlight(Instant now) {
    return handle != null && visibleAt.isAfter(now);
  }

  /** Returns whether this is what its last receiver calls it; earlier ones have lost it. */
  boolean isCalled(String receiptHandle) {
    return receiptHandle.equals(handle);
  }

  /** Hands it out once more, and hides it from others until then. */
  Received receive(Instant now, Instant hiddenUntil) {
    Instant first = firstReceivedAt == null ? now : firstReceivedAt;
    String called = UUID.randomUUID().toString();
    firstReceivedAt = first;
    handle = called;
    visibleAt = hiddenUntil;
    received++;
    return new Received(id, called, body, sentAt, first, received);
  }

  /** Returns the same message for another queue, where nobody has received it. */
  Held laidAside(Instant now) {
    return new Held(id, body, sentAt, now);
  }
}
