package dev.gatehouse.integrationtests.chaos;

import dev.gatehouse.integrationtests.clients.AwsAccount;
import dev.gatehouse.integrationtests.clients.Deadline;
import dev.gatehouse.integrationtests.clients.EmulatorClock;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import java.time.Duration;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The queue of deferred users. */
final class DeferredQueue {
  /** Longer than a message is ever hidden. */
  private static final Duration LONGER_THAN_HIDDEN = Duration.ofMinutes(16);

  private static final String NAME = "gatehouse-local-deferred-users";
  private static final Duration TIME_LIMIT = Duration.ofSeconds(90);
  private static final Duration BETWEEN_DELIVERIES = Duration.ofSeconds(3);

  private final LocalEmulator emulator;
  private final SqsClient sqs;

  DeferredQueue(LocalEmulator emulator) {
    this.emulator = emulator;
    this.sqs = AwsAccount.client(SqsClient.builder(), emulator.aws());
  }

  /**
   * Waits until the queue is empty, and moves the emulator's clock so that messages whose delivery
   * failed are delivered again. Returns how many messages are left, of both queues.
   */
  int drain() throws InterruptedException {
    Deadline end = Deadline.after(TIME_LIMIT);
    Deadline delivered = Deadline.after(BETWEEN_DELIVERIES);
    while (messages(NAME) > 0 && !end.isOver()) {
      if (delivered.isOver()) {
        EmulatorClock.forward(emulator, LONGER_THAN_HIDDEN);
        delivered = Deadline.after(BETWEEN_DELIVERIES);
      }
      Thread.sleep(100);
    }
    return messages(NAME) + messages(NAME + "-dead-letters");
  }

  private int messages(String queue) {
    String url = sqs.getQueueUrl(get -> get.queueName(queue)).queueUrl();
    return sqs
        .getQueueAttributes(get -> get.queueUrl(url).attributeNames(QueueAttributeName.ALL))
        .attributes()
        .entrySet()
        .stream()
        .filter(each -> each.getKey().toString().startsWith("ApproximateNumberOfMessages"))
        .mapToInt(each -> Integer.parseInt(each.getValue()))
        .sum();
  }
}
