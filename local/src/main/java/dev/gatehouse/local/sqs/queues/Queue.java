package dev.gatehouse.local.sqs.queues;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** A standard queue with its messages in memory. */
public final class Queue {

  /** How many messages are visible, in flight and delayed. */
  public record MessageCounts(int visible, int inFlight, int delayed) {}

  private final QueueAttributes attributes;
  private final Clock clock;
  private final Consumer<StoredMessage> deadLetterQueue;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<StoredMessage> messages = new ArrayList<>();

  /**
   * Creates an empty queue.
   *
   * @param deadLetterQueue receives the messages whose receives are exhausted
   */
  Queue(QueueAttributes attributes, Clock clock, Consumer<StoredMessage> deadLetterQueue) {
    this.attributes = attributes;
    this.clock = clock;
    this.deadLetterQueue = deadLetterQueue;
  }

  /** Returns the attributes of the queue. */
  public QueueAttributes attributes() {
    return attributes;
  }

  /** Adds a message that is visible after this delay, and returns its id. */
  public String send(MessageContent content, Duration delay) {
    Instant now = clock.instant();
    String id = UUID.randomUUID().toString();
    add(new StoredMessage(id, content, now, now.plus(delay)));
    return id;
  }

  void add(StoredMessage message) {
    lock.lock();
    try {
      messages.add(message);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Returns at most this many messages and hides them for the visibility timeout; blocks for the
   * wait time if there are none.
   */
  public List<ReceivedMessage> receive(int max, Duration visibilityTimeout, Duration waitTime)
      throws InterruptedException {
    Instant deadline = clock.instant().plus(waitTime);
    while (true) {
      List<StoredMessage> exhausted = new ArrayList<>();
      List<ReceivedMessage> received = await(max, visibilityTimeout, deadline, exhausted);
      // Outside the lock, since two queues may be each other's dead-letter queue.
      exhausted.forEach(deadLetterQueue);
      if (!received.isEmpty() || exhausted.isEmpty()) {
        return received;
      }
    }
  }

  private List<ReceivedMessage> await(
      int max, Duration visibilityTimeout, Instant deadline, List<StoredMessage> exhausted)
      throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (true) {
        Instant now = clock.instant();
        List<ReceivedMessage> received =
            receiveVisible(max, now, now.plus(visibilityTimeout), exhausted);
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
      int max, Instant now, Instant hiddenUntil, List<StoredMessage> exhausted) {
    List<ReceivedMessage> received = new ArrayList<>();
    messages.removeIf(message -> expired(message, now));
    for (Iterator<StoredMessage> all = messages.iterator();
        all.hasNext() && received.size() < max; ) {
      StoredMessage message = all.next();
      if (message.visibleAt().isAfter(now)) {
        continue;
      }
      if (receivesExhausted(message)) {
        all.remove();
        exhausted.add(message.forDeadLetterQueue(now));
      } else {
        received.add(message.receive(now, hiddenUntil));
      }
    }
    return received;
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
    for (StoredMessage message : messages) {
      next = message.visibleAt().isBefore(next) ? message.visibleAt() : next;
    }
    // One millisecond more, since the clock is coarser than the wait.
    return Duration.between(now, next).plusMillis(1).toNanos();
  }

  /** Deletes the message of this receipt handle; does nothing if the handle is outdated. */
  public void delete(String receiptHandle) {
    lock.lock();
    try {
      messages.removeIf(message -> message.hasReceiptHandle(receiptHandle));
    } finally {
      lock.unlock();
    }
  }

  /**
   * Hides the message of this receipt handle for this time from now on; returns false if no message
   * in flight has the handle.
   */
  public boolean changeVisibility(String receiptHandle, Duration timeout) {
    lock.lock();
    try {
      Instant now = clock.instant();
      for (StoredMessage message : messages) {
        if (message.hasReceiptHandle(receiptHandle) && message.inFlight(now)) {
          message.changeVisibility(now.plus(timeout));
          changed.signalAll();
          return true;
        }
      }
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** Deletes all messages. */
  public void purge() {
    lock.lock();
    try {
      messages.clear();
    } finally {
      lock.unlock();
    }
  }

  /** Returns the current counts. */
  public MessageCounts counts() {
    lock.lock();
    try {
      Instant now = clock.instant();
      messages.removeIf(message -> expired(message, now));
      int inFlight = (int) messages.stream().filter(message -> message.inFlight(now)).count();
      int visible =
          (int) messages.stream().filter(message -> !message.visibleAt().isAfter(now)).count();
      return new MessageCounts(visible, inFlight, messages.size() - visible - inFlight);
    } finally {
      lock.unlock();
    }
  }
}
