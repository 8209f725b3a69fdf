package dev.gatehouse.local.sqs.operations;

import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Constraint;
import dev.gatehouse.local.awsjson.Constraint.ListOf;
import dev.gatehouse.local.awsjson.Constraint.Text;
import dev.gatehouse.local.awsjson.Constraint.Whole;
import dev.gatehouse.local.sqs.queues.SqsErrors;
import java.util.Locale;
import java.util.OptionalInt;

/** The members of requests. SQS has its own errors for missing members and for bounds. */
final class SqsMembers {

  /** Any string. */
  static final Constraint TEXT = new Text(0, Integer.MAX_VALUE, null, false);

  /** Any list of strings. */
  static final Constraint TEXTS = new ListOf(TEXT);

  /** Any whole number. */
  static final Constraint NUMBER = new Whole(Integer.MIN_VALUE, Integer.MAX_VALUE);

  private SqsMembers() {}

  /** The operation that returns a string; throws {@link AwsException} if it is missing. */
  static String text(AwsRequest request, String name) {
    return request.optional(name).orElseThrow(() -> SqsErrors.missingParameter(name));
  }

  /** Returns a whole number within bounds, or the default value if it is missing. */
  static int number(AwsRequest request, String name, int defaultValue, int min, int max) {
    OptionalInt given = request.number(name);
    if (given.isEmpty()) {
      return defaultValue;
    }
    int value = given.getAsInt();
    if (value < min || value > max) {
      throw SqsErrors.invalidParameter(
          String.format(
              Locale.ROOT,
              "Value %d for parameter %s is invalid. Reason: Must be between %d and %d, if"
                  + " provided.",
              value,
              name,
              min,
              max));
    }
    return value;
  }
}
