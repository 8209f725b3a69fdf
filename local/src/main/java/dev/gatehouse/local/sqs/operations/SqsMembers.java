package dev.gatehouse.local.sqs.operations;

import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Constraint;
import dev.gatehouse.local.awsjson.Constraint.Anything;
import dev.gatehouse.local.awsjson.Constraint.ListOf;
import dev.gatehouse.local.awsjson.Constraint.Text;
import dev.gatehouse.local.awsjson.Constraint.Whole;
import dev.gatehouse.local.sqs.queues.SqsErrors;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.UUID;

/** The members of requests. SQS has its own errors for missing members and for bounds. */
final class SqsMembers {

  /** Any string. */
  static final Constraint TEXT = new Text(0, Integer.MAX_VALUE, null, false);

  /** Any list of strings. */
  static final Constraint TEXTS = new ListOf(TEXT);

  /** Any value, which the operation checks itself. */
  static final Constraint ANYTHING = new Anything();

  /** Any whole number. */
  static final Constraint NUMBER = new Whole(Integer.MIN_VALUE, Integer.MAX_VALUE);

  /** The bounds of MaxNumberOfMessages. */
  static final Bounds MAX_MESSAGES = new Bounds(1, 10, "Must be between 1 and 10, if provided.");

  /** The bounds of WaitTimeSeconds. */
  static final Bounds WAIT_TIME = new Bounds(0, 20, "Must be >= 0 and <= 20, if provided.");

  /** The bounds of VisibilityTimeout. */
  static final Bounds VISIBILITY_TIMEOUT =
      new Bounds(0, 43_200, "Must be >= 0 and <= 43200, if provided.");

  /** The bounds of MaxNumberOfMessagesPerSecond. */
  static final Bounds MOVED_PER_SECOND =
      new Bounds(1, 500, "Must be between 1 and 500, if provided.");

  /** The bounds of DelaySeconds. */
  static final Bounds DELAY = new Bounds(0, 900, "DelaySeconds must be >= 0 and <= 900.");

  /**
   * The bounds of a number.
   *
   * @param reason the sentence of SQS, which differs from number to number
   */
  record Bounds(int min, int max, String reason) {}

  private SqsMembers() {}

  /** The operation that returns a string; throws {@link AwsException} if it is missing. */
  static String text(AwsRequest request, String name) {
    return request.optional(name).orElseThrow(() -> SqsErrors.missingParameter(name));
  }

  /** Returns the receipt handle; throws {@link AwsException} if it has another form. */
  static String receiptHandle(AwsRequest request) {
    String handle = text(request, "ReceiptHandle");
    try {
      return UUID.fromString(handle).toString();
    } catch (IllegalArgumentException e) {
      throw SqsErrors.invalidReceiptHandle(handle);
    }
  }

  /** Returns a whole number within bounds, or the default value if it is missing. */
  static int number(AwsRequest request, String name, int defaultValue, Bounds bounds) {
    OptionalInt given = request.number(name);
    if (given.isEmpty()) {
      return defaultValue;
    }
    int value = given.getAsInt();
    if (value < bounds.min() || value > bounds.max()) {
      throw SqsErrors.invalidParameter(
          String.format(
              Locale.ROOT,
              "Value %d for parameter %s is invalid. Reason: %s",
              value,
              name,
              bounds.reason()));
    }
    return value;
  }
}
