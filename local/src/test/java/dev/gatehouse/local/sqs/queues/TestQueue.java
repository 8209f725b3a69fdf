package dev.gatehouse.local.sqs.queues;

import dev.gatehouse.local.sqs.QueuePlan;
import dev.gatehouse.local.state.StateStore;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A queue with a visibility timeout of 50 ms that moves messages after three receives. */
public final class TestQueue {

  private final BlockingQueue<StoredMessage> deadLetters = new LinkedBlockingQueue<>();

  /** The queue. */
  public final Queue queue;

  /** Creates a queue that is not stored. */
  public TestQueue() {
    this(StateStore.none());
  }

  /** Creates a queue with a state store. */
  public TestQueue(StateStore state) {
    queue =
        new Queue(
            new QueueAttributes(
                "waiting",
                QueuePlan.URL + "waiting",
                QueuePlan.ARN + "waiting",
                Duration.ofMillis(50),
                Duration.ofDays(4),
                Duration.ZERO,
                Duration.ZERO,
                1024,
                new RedrivePolicy("dead", 3)),
            Clock.systemUTC(),
            new QueueEntries(state),
            deadLetters::add);
  }

  /** Blocks until a message moves to the dead-letter queue. */
  public void awaitDeadLetter() throws InterruptedException {
    StoredMessage unused = deadLetters.take();
  }
}
