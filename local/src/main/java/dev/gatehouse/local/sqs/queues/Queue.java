package dev.gatehouse.local.sqs.queues;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A standard queue with its messages. */
public final class Queue {

  /** How many messages are visible, in flight and delayed. */
  public record MessageCounts(int visible, int inFlight, int delayed) {}

  private final QueueAttributes attributes;
  private final Clock clock;
  private final Consumer<StoredMessage> deadLetterQueue;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final QueueEntries entries;

  /** The messages by their numbers. */
  private final NavigableMap<String, StoredMessage> messages = new TreeMap<>();

  /**
   * Creates a queue without messages.
   *
   * @param deadLetterQueue receives the messages whose receives are exhausted
   */
  Queue(
      QueueAttributes attributes,
      Clock clock,
      QueueEntries entries,
      Consumer<StoredMessage> deadLetterQueue) {
    this.attributes = attributes;
    this.clock = clock;
    this.entries = entries;
    this.deadLetterQueue = deadLetterQueue;
  }

  /** Lets waiting receivers look again, after the clock was moved. */
  void wake() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Reads the stored messages. */
  void read() {
    lock.lock();
    try {
      messages.clear();
      entries.messages(attributes).forEach(message -> messages.put(message.number(), message));
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Returns the message of this number as it is stored, null if it is gone. */
  StoredMessage.@Nullable Snapshot snapshot(String number) {
    lock.lock();
    try {
      @Nullable StoredMessage message = messages.get(number);
      return message == null ? null : message.snapshot();
    } finally {
      lock.unlock();
    }
  }

  /** Returns the attributes of the queue. */
  public QueueAttributes attributes() {
    return attributes;
  }

  /** Adds a message that is visible after this delay, and returns its id. */
  public String send(MessageContent content, Duration delay) {
    Instant now = clock.instant();
    String id = UUID.randomUUID().toString();
    add(new StoredMessage("", id, content, now, now.plus(delay)));
    return id;
  }

  /** Adds a message of another queue, or a new one. */
  void add(StoredMessage message) {
    StoredMessage added;
    lock.lock();
    try {
      String number = QueueEntries.next(messages.isEmpty() ? "" : messages.lastKey());
      added = message.moved(number, message.visibleAt());
      messages.put(number, added);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    entries.changed(this, added);
  }

  /**
   * Returns at most this many messages and hides them for the visibility timeout; blocks for the
   * wait time if there are none.
   */
  public List<ReceivedMessage> receive(int max, Duration visibilityTimeout, Duration waitTime)
      throws InterruptedException {
    Instant deadline = clock.instant().plus(waitTime);
    while (true) {
      List<StoredMessage> touched = new ArrayList<>();
      List<StoredMessage> exhausted = new ArrayList<>();
      List<ReceivedMessage> received = await(max, visibilityTimeout, deadline, touched, exhausted);
      // Outside the lock, since two queues may be each other's dead-letter queue.
      boolean unused =
          entries.together(
              () -> {
                touched.forEach(message -> entries.changed(this, message));
                exhausted.forEach(deadLetterQueue);
                return true;
              });
      if (!received.isEmpty() || exhausted.isEmpty()) {
        return received;
      }
    }
  }

  private List<ReceivedMessage> await(
      int max,
      Duration visibilityTimeout,
      Instant deadline,
      List<StoredMessage> touched,
      List<StoredMessage> exhausted)
      throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (true) {
        Instant now = clock.instant();
        List<ReceivedMessage> received =
            receiveVisible(max, now, now.plus(visibilityTimeout), touched, exhausted);
        if (!received.isEmpty() || !exhausted.isEmpty() || !now.isBefore(deadline)) {
          return received;
        }
        boolean unused = changed.await(untilNext(now, deadline), TimeUnit.NANOSECONDS);
      }
    } finally {
      lock.unlock();
    }
  }

  private List<ReceivedMessage> receiveVisible(
      int max,
      Instant now,
      Instant hiddenUntil,
      List<StoredMessage> touched,
      List<StoredMessage> exhausted) {
    List<ReceivedMessage> received = new ArrayList<>();
    touched.addAll(removeIf(message -> expired(message, now)));
    for (Iterator<StoredMessage> all = messages.values().iterator();
        all.hasNext() && received.size() < max; ) {
      StoredMessage message = all.next();
      if (message.visibleAt().isAfter(now)) {
        continue;
      }
      touched.add(message);
      if (receivesExhausted(message)) {
        all.remove();
        exhausted.add(message.moved("", now));
      } else {
        received.add(message.receive(now, hiddenUntil));
      }
    }
    return received;
  }

  /** Removes messages and returns them; holds the lock. */
  private List<StoredMessage> removeIf(Predicate<StoredMessage> removed) {
    List<StoredMessage> all = messages.values().stream().filter(removed).toList();
    all.forEach(message -> messages.remove(message.number()));
    return all;
  }

  private void remove(Predicate<StoredMessage> removed) {
    List<StoredMessage> gone;
    lock.lock();
    try {
      gone = removeIf(removed);
    } finally {
      lock.unlock();
    }
    gone.forEach(message -> entries.changed(this, message));
  }

  private boolean receivesExhausted(StoredMessage message) {
    RedrivePolicy policy = attributes.redrivePolicy();
    return policy != null && message.receiveCount() >= policy.maxReceiveCount();
  }

  private boolean expired(StoredMessage message, Instant now) {
    return message.sentAt().plus(attributes.messageRetentionPeriod()).isBefore(now);
  }

  private long untilNext(Instant now, Instant deadline) {
    Instant next = deadline;
    for (StoredMessage message : messages.values()) {
      next = message.visibleAt().isBefore(next) ? message.visibleAt() : next;
    }
    // One millisecond more, since the clock is coarser than the wait.
    return Duration.between(now, next).plusMillis(1).toNanos();
  }

  /** Deletes the message of this receipt handle; does nothing if the handle is outdated. */
  public void delete(String receiptHandle) {
    remove(message -> message.hasReceiptHandle(receiptHandle));
  }

  /**
   * Hides the message of this receipt handle for this time from now on; returns false if no message
   * in flight has the handle.
   */
  public boolean changeVisibility(String receiptHandle, Duration timeout) {
    Optional<StoredMessage> found;
    lock.lock();
    try {
      Instant now = clock.instant();
      found =
          messages.values().stream()
              .filter(each -> each.hasReceiptHandle(receiptHandle) && each.inFlight(now))
              .findFirst();
      found.ifPresent(message -> message.changeVisibility(now.plus(timeout)));
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    found.ifPresent(message -> entries.changed(this, message));
    return found.isPresent();
  }

  /** Removes the visible messages and returns their contents. */
  List<MessageContent> takeVisible() {
    List<StoredMessage> taken;
    lock.lock();
    try {
      Instant now = clock.instant();
      taken = removeIf(message -> !message.visibleAt().isAfter(now) && !expired(message, now));
    } finally {
      lock.unlock();
    }
    taken.forEach(message -> entries.changed(this, message));
    return taken.stream().map(StoredMessage::content).toList();
  }

  /** Deletes all messages. */
  public void purge() {
    remove(message -> true);
  }

  /** Returns the current counts. */
  public MessageCounts counts() {
    lock.lock();
    try {
      Instant now = clock.instant();
      List<StoredMessage> kept =
          messages.values().stream().filter(message -> !expired(message, now)).toList();
      int inFlight = (int) kept.stream().filter(message -> message.inFlight(now)).count();
      int visible =
          (int) kept.stream().filter(message -> !message.visibleAt().isAfter(now)).count();
      return new MessageCounts(visible, inFlight, kept.size() - visible - inFlight);
    } finally {
      lock.unlock();
    }
  }
}
