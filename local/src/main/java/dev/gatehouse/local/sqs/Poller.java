package dev.gatehouse.local.sqs;

import dev.gatehouse.local.functions.EventDelivery;
import dev.gatehouse.local.functions.Invocation;
import dev.gatehouse.local.sqs.Queue.Received;
import java.time.Duration;
import java.util.List;

/**
 * Reads one queue for one function, as Lambda does: one batch after the other. It sleeps until a
 * message comes, or comes back.
 */
final class Poller implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Poller.class.getName());
  private static final Duration FOR_EVER = Duration.ofDays(365);

  private final Thread thread;

  private Poller(Thread thread) {
    this.thread = thread;
  }

  static Poller start(EventSource source, EventDelivery delivery) {
    return new Poller(
        Thread.ofVirtual()
            .name("read-" + source.queue().settings().name())
            .start(() -> read(source, delivery)));
  }

  private static void read(EventSource source, EventDelivery delivery) {
    try {
      while (true) {
        Queue queue = source.queue();
        List<Received> messages =
            queue.receive(source.batchSize(), queue.settings().visibility(), FOR_EVER);
        // A message that was there already is handed over without a look at who stopped us.
        if (Thread.currentThread().isInterrupted()) {
          return;
        }
        deliver(source, messages, delivery);
      }
    } catch (InterruptedException e) {
      // The machine stops.
    }
  }

  /** What is not deleted comes back when its time of being hidden is over. */
  private static void deliver(EventSource source, List<Received> messages, EventDelivery delivery) {
    if (messages.isEmpty()) {
      return;
    }
    Batch batch = new Batch(messages);
    try {
      String arn = source.queue().settings().arn();
      Invocation answer = delivery.deliver(source.functionArn(), "aws:sqs", batch.event(arn));
      batch
          .done(answer, source.reports())
          .forEach(message -> source.queue().delete(message.handle()));
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "{0} was not called: {1}", source.functionArn(), e);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
