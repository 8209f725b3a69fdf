package dev.gatehouse.local.sqs.queues;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message in a queue; guarded by the queue's lock. */
final class StoredMessage {
  private final String number;
  private final String id;
  private final MessageContent content;
  private final Instant sentAt;
  private Instant visibleAt;
  private int receiveCount;
  private @Nullable Instant firstReceivedAt;
  private @Nullable String receiptHandle;

  /** A message as it is stored. */
  record Snapshot(
      String number,
      String id,
      MessageContent content,
      Instant sentAt,
      Instant visibleAt,
      int receiveCount,
      @Nullable Instant firstReceivedAt,
      @Nullable String receiptHandle) {}

  StoredMessage(
      String number, String id, MessageContent content, Instant sentAt, Instant visibleAt) {
    this.number = number;
    this.id = id;
    this.content = content;
    this.sentAt = sentAt;
    this.visibleAt = visibleAt;
  }

  StoredMessage(Snapshot snapshot) {
    this(
        snapshot.number(),
        snapshot.id(),
        snapshot.content(),
        snapshot.sentAt(),
        snapshot.visibleAt());
    receiveCount = snapshot.receiveCount();
    firstReceivedAt = snapshot.firstReceivedAt();
    receiptHandle = snapshot.receiptHandle();
  }

  Snapshot snapshot() {
    return new Snapshot(
        number, id, content, sentAt, visibleAt, receiveCount, firstReceivedAt, receiptHandle);
  }

  /** Returns the number of the message in its queue, by the order of arrival. */
  String number() {
    return number;
  }

  MessageContent content() {
    return content;
  }

  Instant sentAt() {
    return sentAt;
  }

  Instant visibleAt() {
    return visibleAt;
  }

  int receiveCount() {
    return receiveCount;
  }

  /** Returns whether a receiver has the message and has not deleted it yet. */
  boolean inFlight(Instant now) {
    return receiptHandle != null && visibleAt.isAfter(now);
  }

  /** Returns whether this is the handle of the last receiver; earlier handles are invalid. */
  boolean hasReceiptHandle(String handle) {
    return handle.equals(receiptHandle);
  }

  /** Returns the message with a new receipt handle, and hides it from other receivers. */
  ReceivedMessage receive(Instant now, Instant hiddenUntil) {
    Instant first = firstReceivedAt == null ? now : firstReceivedAt;
    String handle = UUID.randomUUID().toString();
    firstReceivedAt = first;
    receiptHandle = handle;
    visibleAt = hiddenUntil;
    receiveCount++;
    return new ReceivedMessage(id, handle, content, sentAt, first, receiveCount);
  }

  /** Hides the message from other receivers until then, or shows it to them from then on. */
  void changeVisibility(Instant newVisibleAt) {
    visibleAt = newVisibleAt;
  }

  /** Returns the same message as another queue's, visible then and not yet received there. */
  StoredMessage moved(String newNumber, Instant visible) {
    return new StoredMessage(newNumber, id, content, sentAt, visible);
  }
}
