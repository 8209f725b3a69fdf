package dev.gatehouse.integrationtests.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.integrationtests.clients.AwsAccount;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The queue of deferred users, which Lambda polls with the permissions of the function's role. */
final class DeferredUsers {
  /** More than the second after which Lambda's poller asks for its permissions again. */
  static final Duration POLL = Duration.ofMillis(1_200);

  private final AwsAccount account;
  private final SqsClient sqs;
  private final String url;

  DeferredUsers(LocalEmulator emulator, AwsAccount account) {
    this.account = account;
    this.sqs = AwsAccount.client(SqsClient.builder(), emulator.aws());
    this.url = sqs.getQueueUrl(get -> get.queueName("gatehouse-local-deferred-users")).queueUrl();
  }

  /** Plays the way of a row from the queue to the table without the permission for one step. */
  void playWithout(String action) throws InterruptedException {
    Thread.sleep(POLL);
    String sub = UUID.randomUUID().toString();
    sqs.sendMessage(send -> send.queueUrl(url).messageBody(body(action, sub)));
    switch (action) {
      case "sqs:ReceiveMessage", "sqs:GetQueueAttributes" -> {
        Thread.sleep(POLL);
        assertThat(count(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)).isEqualTo(1);
        assertThat(account.row(sub)).isEmpty();
      }
      case "sqs:DeleteMessage" -> {
        TimeLimit.await(() -> !account.row(sub).isEmpty(), () -> "no row comes through the queue");
        assertThat(count(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
            .isEqualTo(1);
      }
      default -> {
        // The function's own request is refused.
      }
    }
  }

  /** Sends a row to the dead-letter queue. */
  void addDeadLetter() {
    String row = row(UUID.randomUUID().toString());
    sqs.sendMessage(send -> send.queueUrl(url + "-dead-letters").messageBody(row));
  }

  /** Returns a row, a message that is none, or a row whose key the table refuses. */
  private static String body(String action, String sub) {
    return switch (action) {
      case "sqs:SendMessage" -> "{}";
      // Longer than any key of DynamoDB.
      case "sqs:ChangeMessageVisibility" -> row("x".repeat(3000));
      default -> row(sub);
    };
  }

  /** Deletes every message. */
  void purge() {
    for (String queue : List.of(url, url + "-dead-letters", url + "-refused")) {
      sqs.purgeQueue(purge -> purge.queueUrl(queue));
    }
  }

  private int count(QueueAttributeName attribute) {
    Map<QueueAttributeName, String> attributes =
        sqs.getQueueAttributes(get -> get.queueUrl(url).attributeNames(attribute)).attributes();
    return Integer.parseInt(attributes.get(attribute));
  }

  private static String row(String sub) {
    return """
    {"sub":"%s","email":"jane@example.com","emailVerified":true,"createdAt":"2026-01-02T03:04:05.678Z",
     "confirmedAt":"2026-01-02T03:04:05.678Z","updatedAt":"2026-01-02T03:04:05.678Z",
     "userName":"%s","userPoolId":"us-east-1_EXAMPLE","version":1}
    """
        .formatted(sub, sub);
  }
}
