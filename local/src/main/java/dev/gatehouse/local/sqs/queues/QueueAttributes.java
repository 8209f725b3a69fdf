package dev.gatehouse.local.sqs.queues;

import dev.gatehouse.local.plan.Resource;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a queue, with the defaults of SQS for those that the program does not set.
 *
 * @param redrivePolicy null to receive a message again without limit
 */
public record QueueAttributes(
    String name,
    String url,
    String arn,
    Duration visibilityTimeout,
    Duration messageRetentionPeriod,
    Duration delay,
    Duration receiveWaitTime,
    int maximumMessageSize,
    @Nullable RedrivePolicy redrivePolicy) {

  private static final Set<String> INPUTS =
      Set.of(
          "name",
          "visibilityTimeoutSeconds",
          "messageRetentionSeconds",
          "delaySeconds",
          "receiveWaitTimeSeconds",
          "maxMessageSize",
          "redrivePolicy",
          // From here on without effect in the emulator.
          "kmsDataKeyReusePeriodSeconds",
          "kmsMasterKeyId",
          "policy",
          "region",
          "sqsManagedSseEnabled",
          "tags",
          "tagsAll");

  /** Reads a queue; throws {@code PlanInvalid} for an input that the emulator does not support. */
  static QueueAttributes of(Resource queue) {
    queue.refuseUnsupported(queue.inputs(), INPUTS);
    return new QueueAttributes(
        queue.output("name"),
        queue.output("url"),
        queue.output("arn"),
        seconds(queue, "visibilityTimeoutSeconds", 30),
        seconds(queue, "messageRetentionSeconds", 345_600),
        seconds(queue, "delaySeconds", 0),
        seconds(queue, "receiveWaitTimeSeconds", 0),
        queue.wholeInput("maxMessageSize").orElse(262_144),
        RedrivePolicy.of(queue));
  }

  private static Duration seconds(Resource queue, String input, int defaultSeconds) {
    return Duration.ofSeconds(queue.wholeInput(input).orElse(defaultSeconds));
  }
}
