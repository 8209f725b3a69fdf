package dev.gatehouse.local.sqs;

import com.google.gson.JsonObject;
import dev.gatehouse.local.http.Response;
import java.util.UUID;

/** Says why SQS refuses a request, as it does on AWS. */
final class SqsError extends Exception {
  private static final long serialVersionUID = 1L;

  static final String CONTENT_TYPE = "application/x-amz-json-1.0";

  private final String type;
  private final String queryCode;

  private SqsError(String type, String queryCode, String message) {
    super(message);
    this.type = type;
    this.queryCode = queryCode;
  }

  static SqsError noQueue() {
    return new SqsError(
        "com.amazonaws.sqs#QueueDoesNotExist",
        "AWS.SimpleQueueService.NonExistentQueue",
        "The specified queue does not exist.");
  }

  static SqsError noHandle(String handle) {
    return new SqsError(
        "com.amazonaws.sqs#ReceiptHandleIsInvalid",
        "ReceiptHandleIsInvalid",
        "The input receipt handle \"%s\" is not a valid receipt handle.".formatted(handle));
  }

  static SqsError noAttribute(String name) {
    return new SqsError(
        "com.amazonaws.sqs#InvalidAttributeName",
        "InvalidAttributeName",
        "Unknown Attribute %s.".formatted(name));
  }

  static SqsError missing(String member) {
    return new SqsError(
        "com.amazonaws.sqs#MissingRequiredParameterException",
        "MissingParameter",
        "The request must contain the parameter %s.".formatted(member));
  }

  static SqsError invalid(String message) {
    return new SqsError(
        "com.amazonaws.sqs#InvalidParameterValueException", "InvalidParameterValue", message);
  }

  static SqsError batch(String type, String message) {
    return new SqsError("com.amazonaws.sqs#" + type, "AWS.SimpleQueueService." + type, message);
  }

  /** Refuses a member that AWS knows and one machine does not honour. */
  static SqsError unsupported(String operation, String member) {
    return new SqsError(
        "com.amazonaws.sqs#UnsupportedOperation",
        "AWS.SimpleQueueService.UnsupportedOperation",
        "%s on one machine does not know %s".formatted(operation, member));
  }

  static SqsError unknown(String operation) {
    return new SqsError(
        "com.amazonaws.sqs#UnknownOperationException",
        "UnknownOperationException",
        "SQS on one machine does not know " + operation);
  }

  static SqsError notJson() {
    return new SqsError(
        "com.amazon.coral.service#SerializationException",
        "SerializationException",
        "The body is not a JSON object");
  }

  Response response() {
    JsonObject body = new JsonObject();
    body.addProperty("__type", type);
    body.addProperty("message", getMessage());
    return Response.of(400, CONTENT_TYPE, body.toString())
        .with("x-amzn-ErrorType", type)
        .with("x-amzn-query-error", queryCode + ";Sender")
        .with("x-amzn-RequestId", UUID.randomUUID().toString());
  }
}
