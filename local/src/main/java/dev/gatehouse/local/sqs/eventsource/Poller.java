package dev.gatehouse.local.sqs.eventsource;

import dev.gatehouse.local.lambda.invoke.EventDelivery;
import dev.gatehouse.local.lambda.invoke.InvocationResult;
import dev.gatehouse.local.sqs.queues.Queue;
import dev.gatehouse.local.sqs.queues.ReceivedMessage;
import java.time.Duration;
import java.util.List;

/**
 * A thread that polls a queue for a function, as Lambda does, one batch at a time and with the
 * permissions of the function's role.
 */
public final class Poller implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Poller.class.getName());
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  /** The time after which the permissions are asked for again. */
  private static final Duration POLL = Duration.ofSeconds(1);

  private final EventSourceMapping mapping;
  private final EventDelivery delivery;
  private final QueuePermissions permissions;
  private final Thread thread;

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
      return queue.receive(mapping.batchSize(), queue.attributes().visibilityTimeout(), POLL);
    } catch (RuntimeException e) {
      // Such as on a full disk: the messages stay, and the queue is read again.
      LOG.log(System.Logger.Level.WARNING, "{0} was not read: {1}", queue.attributes().name(), e);
      Thread.sleep(AFTER_FAILURE);
      return List.of();
    }
  }

  /** Messages that are not deleted become visible again after the visibility timeout. */
  private void deliver(List<ReceivedMessage> messages) {
    if (messages.isEmpty()) {
      return;
    }
    MessageBatch batch = new MessageBatch(messages);
    try {
      InvocationResult result =
          delivery.deliver(mapping.functionArn(), "aws:sqs", batch.event(arn()));
      List<ReceivedMessage> processed = batch.processed(result, mapping.reportsBatchItemFailures());
      if (!processed.isEmpty() && allowed("sqs:DeleteMessage")) {
        processed.forEach(message -> mapping.queue().delete(message.receiptHandle()));
      }
    } catch (RuntimeException | Error e) {
      // Errors too, or the poller would end and the messages would wait for ever.
      LOG.log(System.Logger.Level.WARNING, "{0} was not called: {1}", mapping.functionArn(), e);
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
