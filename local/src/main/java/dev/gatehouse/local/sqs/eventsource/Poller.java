package dev.gatehouse.local.sqs.eventsource;

import dev.gatehouse.local.lambda.invoke.EventDelivery;
import dev.gatehouse.local.lambda.invoke.InvocationResult;
import dev.gatehouse.local.sqs.queues.Queue;
import dev.gatehouse.local.sqs.queues.ReceivedMessage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;

/**
 * A thread that polls a queue for a function, as Lambda does, one batch at a time and with the
 * permissions of the function's role.
 */
public final class Poller implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Poller.class.getName());
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  /** The time after which the permissions are asked for again. */
  private static final Duration POLL = Duration.ofSeconds(1);

  private final EventSourceMapping mapping;
  private final EventDelivery delivery;
  private final QueuePermissions permissions;
  private final Thread thread;

  /** Why the queue could not be read at the last try, empty if it could. */
  private String failure = "";

  private Poller(EventSourceMapping mapping, EventDelivery delivery, QueuePermissions permissions) {
    this.mapping = mapping;
    this.delivery = delivery;
    this.permissions = permissions;
    this.thread =
        Thread.ofVirtual()
            .name("poll-" + mapping.queue().attributes().name())
            .unstarted(this::poll);
  }

  /** Starts a poller that calls the function of the mapping. */
  public static Poller start(
      EventSourceMapping mapping, EventDelivery delivery, QueuePermissions permissions) {
    Poller poller = new Poller(mapping, delivery, permissions);
    poller.thread.start();
    return poller;
  }

  private void poll() {
    try {
      while (true) {
        List<ReceivedMessage> messages = receive();
        // receive() does not notice an interrupt if a message is already there.
        if (Thread.currentThread().isInterrupted()) {
          return;
        }
        deliver(messages);
      }
    } catch (InterruptedException e) {
      // The poller is closed.
    }
  }

  /** Receives a batch; without the permissions, the messages stay where they are. */
  private List<ReceivedMessage> receive() throws InterruptedException {
    if (!allowed("sqs:GetQueueAttributes") || !allowed("sqs:ReceiveMessage")) {
      Thread.sleep(POLL);
      return List.of();
    }
    Queue queue = mapping.queue();
    try {
      List<ReceivedMessage> received =
          queue.receive(mapping.batchSize(), queue.attributes().visibilityTimeout(), POLL);
      failure = "";
      return received;
    } catch (RuntimeException e) {
      // Such as on a full disk: the messages stay, and the queue is read again.
      reportOnce(String.valueOf(e.getMessage()));
      Thread.sleep(AFTER_FAILURE);
      return List.of();
    }
  }

  /** Reports a failure unless the try before ended with the same. */
  private void reportOnce(String newFailure) {
    if (!newFailure.equals(failure)) {
      LOG.log(
          Level.WARNING,
          "The messages of {0} stay where they are, and are read again every second: {1}",
          mapping.queue().attributes().name(),
          newFailure);
    }
    failure = newFailure;
  }

  /** Messages that are not deleted become visible again after the visibility timeout. */
  private void deliver(List<ReceivedMessage> messages) {
    if (messages.isEmpty()) {
      return;
    }
    MessageBatch batch = new MessageBatch(messages);
    InvocationResult result;
    try {
      result = delivery.deliver(mapping.functionArn(), "aws:sqs", batch.event(arn()));
    } catch (RuntimeException | Error e) {
      // Errors too, or the poller would end and the messages would wait for ever.
      LOG.log(Level.WARNING, "{0} was not called: {1}", mapping.functionArn(), e);
      return;
    }
    delete(batch.processed(result, mapping.reportsBatchItemFailures()));
  }

  private void delete(List<ReceivedMessage> processed) {
    if (processed.isEmpty() || !allowed("sqs:DeleteMessage")) {
      return;
    }
    try {
      processed.forEach(message -> mapping.queue().delete(message.receiptHandle()));
    } catch (RuntimeException e) {
      // Such as on a full disk.
      LOG.log(
          Level.WARNING,
          "{0} has processed messages of {1}, which are delivered again, since they cannot be"
              + " deleted: {2}",
          mapping.functionArn(),
          mapping.queue().attributes().name(),
          e.getMessage());
    }
  }

  private boolean allowed(String action) {
    return permissions.allow(mapping.functionArn(), action, arn());
  }

  private String arn() {
    return mapping.queue().attributes().arn();
  }

  /** Stops the thread. */
  @Override
  public void close() {
    thread.interrupt();
  }
}
