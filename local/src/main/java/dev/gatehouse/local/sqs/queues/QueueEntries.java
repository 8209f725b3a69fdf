package dev.gatehouse.local.sqs.queues;

import dev.gatehouse.local.state.StateEntries;
import dev.gatehouse.local.state.StateStore;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** The stored entries of queues: one for each queue of a client, and one for each message. */
final class QueueEntries {

  private final StateStore state;
  private final StateEntries<QueueAttributes> queues;
  private final StateEntries<StoredMessage.Snapshot> messages;

  QueueEntries(StateStore state) {
    this.state = state;
    this.queues = state.entries("sqs-queues", QueueAttributes.class);
    this.messages = state.entries("sqs-messages", StoredMessage.Snapshot.class);
  }

  /** Runs a reader of entries now, and again whenever changes were undone. */
  void read(Runnable reader) {
    state.read(reader);
  }

  /** Runs something whose changes are stored together. */
  <T> T together(Supplier<T> changes) {
    return state.request(changes);
  }

  /** Returns the queues that clients created. */
  Map<String, QueueAttributes> createdQueues() {
    return queues.all();
  }

  void created(QueueAttributes queue, Map<String, Queue> all) {
    queues.changed(queue.arn(), () -> all.containsKey(queue.arn()) ? queue : null);
  }

  /** Returns the messages of a queue, in the order of their arrival. */
  List<StoredMessage> messages(QueueAttributes queue) {
    return messages.all(key(queue, "")).values().stream().map(StoredMessage::new).toList();
  }

  void changed(Queue queue, StoredMessage message) {
    messages.changed(
        key(queue.attributes(), message.number()), () -> queue.snapshot(message.number()));
  }

  /** Returns the number of the message that arrives after the one of this number. */
  static String next(String number) {
    long last = number.isEmpty() ? 0 : Long.parseLong(Objects.requireNonNull(number), 16);
    return String.format(Locale.ROOT, "%016x", last + 1);
  }

  private static String key(QueueAttributes queue, String number) {
    return queue.arn() + "/" + number;
  }
}
