package dev.gatehouse.local.sqs.eventsource;

import dev.gatehouse.local.lambda.invoke.EventDelivery;
import dev.gatehouse.local.lambda.invoke.InvocationResult;
import dev.gatehouse.local.sqs.queues.Queue;
import dev.gatehouse.local.sqs.queues.ReceivedMessage;
import java.time.Duration;
import java.util.List;

/**
 * A thread that polls a queue for a function, as Lambda does, one batch at a time. It sleeps until
 * a message becomes visible.
 */
public final class Poller implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Poller.class.getName());
  private static final Duration NO_LIMIT = Duration.ofDays(365);

  private final Thread thread;

  private Poller(Thread thread) {
    this.thread = thread;
  }

  /** Starts a poller that calls the function of the mapping. */
  public static Poller start(EventSourceMapping mapping, EventDelivery delivery) {
    return new Poller(
        Thread.ofVirtual()
            .name("poll-" + mapping.queue().attributes().name())
            .start(() -> poll(mapping, delivery)));
  }

  private static void poll(EventSourceMapping mapping, EventDelivery delivery) {
    try {
      while (true) {
        Queue queue = mapping.queue();
        List<ReceivedMessage> messages =
            queue.receive(mapping.batchSize(), queue.attributes().visibilityTimeout(), NO_LIMIT);
        // receive() does not notice an interrupt if a message is already there.
        if (Thread.currentThread().isInterrupted()) {
          return;
        }
        deliver(mapping, messages, delivery);
      }
    } catch (InterruptedException e) {
      // The poller is closed.
    }
  }

  /** Messages that are not deleted become visible again after the visibility timeout. */
  private static void deliver(
      EventSourceMapping mapping, List<ReceivedMessage> messages, EventDelivery delivery) {
    if (messages.isEmpty()) {
      return;
    }
    MessageBatch batch = new MessageBatch(messages);
    try {
      String arn = mapping.queue().attributes().arn();
      InvocationResult result =
          delivery.deliver(mapping.functionArn(), "aws:sqs", batch.event(arn));
      batch
          .processed(result, mapping.reportsBatchItemFailures())
          .forEach(message -> mapping.queue().delete(message.receiptHandle()));
    } catch (RuntimeException | Error e) {
      // Errors too, or the poller would end and the messages would wait for ever.
      LOG.log(System.Logger.Level.WARNING, "{0} was not called: {1}", mapping.functionArn(), e);
    }
  }

  /** Stops the thread. */
  @Override
  public void close() {
    thread.interrupt();
  }
}
