package dev.gatehouse.local.sqs.operations;

import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.sqs.queues.QueueAttributes;
import dev.gatehouse.local.sqs.queues.RedrivePolicy;
import dev.gatehouse.local.sqs.queues.SqsErrors;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The attributes that CreateQueue is given, with the defaults of SQS for the others. */
final class GivenAttributes {

  private static final String URL = "https://sqs.us-east-1.amazonaws.com/000000000000/";
  private static final String ARN = "arn:aws:sqs:us-east-1:000000000000:";

  /** The attributes without effect in the emulator. */
  private static final Set<String> IGNORED =
      Set.of("KmsDataKeyReusePeriodSeconds", "KmsMasterKeyId", "Policy", "SqsManagedSseEnabled");

  private static final Set<String> READ =
      Set.of(
          "DelaySeconds",
          "MaximumMessageSize",
          "MessageRetentionPeriod",
          "ReceiveMessageWaitTimeSeconds",
          "RedrivePolicy",
          "VisibilityTimeout");

  /** The attributes of AWS that the emulator does not support. */
  private static final Set<String> UNSUPPORTED =
      Set.of(
          "ContentBasedDeduplication",
          "DeduplicationScope",
          "FifoQueue",
          "FifoThroughputLimit",
          "RedriveAllowPolicy");

  private GivenAttributes() {}

  /** Returns the attributes of a new queue; throws {@link AwsException} for invalid ones. */
  static QueueAttributes read(String name, Map<String, String> given) {
    for (String attribute : given.keySet()) {
      if (UNSUPPORTED.contains(attribute)) {
        throw SqsErrors.unsupported("CreateQueue", attribute);
      }
      if (!READ.contains(attribute) && !IGNORED.contains(attribute)) {
        throw SqsErrors.invalidAttributeName(attribute);
      }
    }
    return new QueueAttributes(
        name,
        URL + name,
        ARN + name,
        seconds(given, "VisibilityTimeout", 30, 0, 43_200),
        seconds(given, "MessageRetentionPeriod", 345_600, 60, 1_209_600),
        seconds(given, "DelaySeconds", 0, 0, 900),
        seconds(given, "ReceiveMessageWaitTimeSeconds", 0, 0, 20),
        number(given, "MaximumMessageSize", 262_144, 1_024, 1_048_576),
        redrivePolicy(given));
  }

  private static Duration seconds(
      Map<String, String> given, String name, int defaultValue, int min, int max) {
    return Duration.ofSeconds(number(given, name, defaultValue, min, max));
  }

  private static int number(
      Map<String, String> given, String name, int defaultValue, int min, int max) {
    try {
      int number = Integer.parseInt(given.getOrDefault(name, String.valueOf(defaultValue)));
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Refused below, like a number out of bounds.
    }
    throw SqsErrors.invalidAttributeValue(name);
  }

  private static @Nullable RedrivePolicy redrivePolicy(Map<String, String> given) {
    String policy = given.getOrDefault("RedrivePolicy", "");
    return policy.isEmpty()
        ? null
        : RedrivePolicy.parse(policy)
            .orElseThrow(() -> SqsErrors.invalidAttributeValue("RedrivePolicy"));
  }
}
