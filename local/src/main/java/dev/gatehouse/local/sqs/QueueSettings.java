package dev.gatehouse.local.sqs;

import com.google.gson.JsonObject;
import dev.gatehouse.local.plan.Resource;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Is what the plan says of one queue, with SQS's defaults where the program left something out.
 *
 * @param redrive where messages are laid aside, null to let them come again for ever
 */
record QueueSettings(
    String name,
    String url,
    String arn,
    Duration visibility,
    Duration retention,
    Duration delay,
    Duration longPoll,
    int largestMessage,
    @Nullable Redrive redrive) {

  /**
   * Is when and where a message is laid aside.
   *
   * @param times how often it may be received
   */
  record Redrive(String deadLetterQueueArn, int times) {}

  /** Reads a queue; throws {@code PlanInvalid} for what cannot be honoured. */
  static QueueSettings of(Resource queue) {
    QueueCheck.queue(queue);
    return new QueueSettings(
        queue.output("name"),
        queue.output("url"),
        queue.output("arn"),
        seconds(queue, "visibilityTimeoutSeconds", 30),
        seconds(queue, "messageRetentionSeconds", 345_600),
        seconds(queue, "delaySeconds", 0),
        seconds(queue, "receiveWaitTimeSeconds", 0),
        queue.wholeInput("maxMessageSize").orElse(262_144),
        redrive(queue));
  }

  private static @Nullable Redrive redrive(Resource queue) {
    JsonObject policy = QueueCheck.redrivePolicy(queue);
    return policy == null
        ? null
        : new Redrive(
            policy.get("deadLetterTargetArn").getAsString(),
            policy.get("maxReceiveCount").getAsInt());
  }

  private static Duration seconds(Resource queue, String input, int otherwise) {
    return Duration.ofSeconds(queue.wholeInput(input).orElse(otherwise));
  }
}
