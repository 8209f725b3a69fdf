package dev.gatehouse.integrationtests.chaos;

import dev.gatehouse.integrationtests.clients.AwsAccount;
import dev.gatehouse.integrationtests.clients.Deadline;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The queue of deferred users. */
final class DeferredQueue {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
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
  int drain() throws IOException, InterruptedException {
    Deadline end = Deadline.after(TIME_LIMIT);
    Deadline delivered = Deadline.after(BETWEEN_DELIVERIES);
    while (messages(NAME) > 0 && !end.isOver()) {
      if (delivered.isOver()) {
        moveTheClock();
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

  /** Moves the clock beyond the longest time for which a message is hidden. */
  private void moveTheClock() throws IOException, InterruptedException {
    int status =
        HTTP.send(
                HttpRequest.newBuilder(emulator.aws().resolve("/_gatehouse/clock"))
                    .PUT(BodyPublishers.ofString("{\"forward\":\"PT16M\"}"))
                    .build(),
                BodyHandlers.discarding())
            .statusCode();
    if (status != 200) {
      throw new AssertionError("the clock does not move: " + status);
    }
  }
}
