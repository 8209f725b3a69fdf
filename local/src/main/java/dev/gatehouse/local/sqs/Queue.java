package dev.gatehouse.local.sqs;

import dev.gatehouse.local.sqs.QueueSettings.Redrive;
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

/** Is a standard queue, whose messages are in memory. */
final class Queue {

  /** Is one message as it is handed out. */
  record Received(
      String id, String handle, String body, Instant sentAt, Instant firstReceivedAt, int times) {}

  /** Is how many messages there are: to be had, handed out, and to be had later. */
  record Counts(int visible, int inFlight, int delayed) {}

  private final QueueSettings settings;
  private final Clock clock;
  private final Consumer<Held> aside;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<Held> messages = new ArrayList<>();

  /** Takes what becomes of a message that was received too often. */
  Queue(QueueSettings settings, Clock clock, Consumer<Held> aside) {
    this.settings = settings;
    this.clock = clock;
    this.aside = aside;
  }

  QueueSettings settings() {
    return settings;
  }

  /** Keeps a message and returns its id. */
  String send(String body, Duration delay) {
    Instant now = clock.instant();
    String id = UUID.randomUUID().toString();
    add(new Held(id, body, now, now.plus(delay)));
    return id;
  }

  void add(Held message) {
    lock.lock();
    try {
      messages.add(message);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits, without being busy, until there are messages or patience ends. */
  List<Received> receive(int most, Duration visibility, Duration patience)
      throws InterruptedException {
    Instant until = clock.instant().plus(patience);
    while (true) {
      List<Held> worn = new ArrayList<>();
      List<Received> received = take(most, visibility, until, worn);
      // Outside the lock: two queues may lay aside into each other.
      worn.forEach(aside);
      if (!received.isEmpty() || worn.isEmpty()) {
        return received;
      }
    }
  }

  private List<Received> take(int most, Duration visibility, Instant until, List<Held> worn)
      throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (true) {
        Instant now = clock.instant();
        List<Received> received = visible(most, now, now.plus(visibility), worn);
        if (!received.isEmpty() || !worn.isEmpty() || !now.isBefore(until)) {
          return received;
        }
        boolean unused = changed.await(untilNext(now, until), TimeUnit.NANOSECONDS);
      }
    } finally {
      lock.unlock();
    }
  }

  private List<Received> visible(int most, Instant now, Instant hiddenUntil, List<Held> worn) {
    List<Received> received = new ArrayList<>();
    messages.removeIf(message -> expired(message, now));
    for (Iterator<Held> all = messages.iterator(); all.hasNext() && received.size() < most; ) {
      Held message = all.next();
      if (message.visibleAt().isAfter(now)) {
        continue;
      }
      if (isWorn(message)) {
        all.remove();
        worn.add(message.laidAside(now));
      } else {
        received.add(message.receive(now, hiddenUntil));
      }
    }
    return received;
  }

  private boolean isWorn(Held message) {
    Redrive redrive = settings.redrive();
    return redrive != null && message.received() >= redrive.times();
  }

  private boolean expired(Held message, Instant now) {
    return message.sentAt().plus(settings.retention()).isBefore(now);
  }

  private long untilNext(Instant now, Instant until) {
    Instant next = until;
    for (Held message : messages) {
      next = message.visibleAt().isBefore(next) ? message.visibleAt() : next;
    }
    // One more millisecond, since clocks are coarser than waiting is.
    return Duration.between(now, next).plusMillis(1).toNanos();
  }

  /** Deletes what its last receiver calls this; a handle that is older deletes nothing. */
  void delete(String receiptHandle) {
    lock.lock();
    try {
      messages.removeIf(message -> message.isCalled(receiptHandle));
    } finally {
      lock.unlock();
    }
  }

  void purge() {
    lock.lock();
    try {
      messages.clear();
    } finally {
      lock.unlock();
    }
  }

  Counts counts() {
    lock.lock();
    try {
      Instant now = clock.instant();
      messages.removeIf(message -> expired(message, now));
      int inFlight = (int) messages.stream().filter(message -> message.inFlight(now)).count();
      int visible =
          (int) messages.stream().filter(message -> !message.visibleAt().isAfter(now)).count();
      return new Counts(visible, inFlight, messages.size() - visible - inFlight);
    } finally {
      lock.unlock();
    }
  }
}
