package dev.gatehouse.local.sqs.queues;

import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.awsjson.OperationsTable;
import dev.gatehouse.local.awsjson.ServiceErrors;
import java.util.Optional;

/** The errors of SQS, each with the code of its Query protocol in a header. */
public final class SqsErrors implements ServiceErrors {

  private static final String QUERY_ERROR = "x-amzn-query-error";
  private static final String QUERY_PREFIX = "AWS.SimpleQueueService.";

  static AwsException queueDoesNotExist() {
    return error(
        "QueueDoesNotExist",
        QUERY_PREFIX + "NonExistentQueue",
        "The specified queue does not exist.");
  }

  /** Returns the error for a receipt handle that SQS never returned. */
  public static AwsException invalidReceiptHandle(String handle) {
    return error(
        "ReceiptHandleIsInvalid",
        "ReceiptHandleIsInvalid",
        "The input receipt handle \"%s\" is not a valid receipt handle.".formatted(handle));
  }

  /** Returns the error for an unknown queue attribute. */
  public static AwsException invalidAttributeName(String name) {
    return error(
        "InvalidAttributeName", "InvalidAttributeName", "Unknown Attribute %s.".formatted(name));
  }

  /** Returns the error for a queue attribute with a value that SQS does not accept. */
  public static AwsException invalidAttributeValue(String name) {
    return error(
        "InvalidAttributeValue",
        "InvalidAttributeValue",
        "Invalid value for the parameter %s.".formatted(name));
  }

  /** Returns the error for a name that a queue with other attributes has. */
  public static AwsException queueNameExists() {
    return error(
        "QueueNameExists",
        "QueueAlreadyExists",
        "A queue already exists with the same name and a different value for an attribute");
  }

  /** Returns the error for a missing member. */
  public static AwsException missingParameter(String name) {
    return error(
        "MissingRequiredParameterException",
        "MissingParameter",
        "The request must contain the parameter %s.".formatted(name));
  }

  /** Returns the error for a value that SQS does not accept. */
  public static AwsException invalidParameter(String message) {
    return error("InvalidParameterValueException", "InvalidParameterValue", message);
  }

  /** Returns the error for an ARN of no queue, or a handle of no task. */
  public static AwsException resourceNotFound() {
    return error(
        "ResourceNotFoundException",
        "ResourceNotFoundException",
        "The resource that you specified for the SourceArn parameter doesn't exist.");
  }

  /** Returns the error for an operation that the state of its resource excludes. */
  public static AwsException unsupportedOperation(String message) {
    return error("UnsupportedOperation", QUERY_PREFIX + "UnsupportedOperation", message);
  }

  /** Returns an error of a batch as a whole. */
  public static AwsException batch(String type, String message) {
    return error(type, QUERY_PREFIX + type, message);
  }

  /** Returns the error for a parameter of AWS that the emulator does not support. */
  public static AwsException unsupported(String operation, String parameter) {
    return error(
        "UnsupportedOperation",
        QUERY_PREFIX + "UnsupportedOperation",
        "The local emulator does not support parameter %s of %s".formatted(parameter, operation));
  }

  /** Returns an error of the JSON protocol with the type and header of SQS, others unchanged. */
  public static AwsException qualified(AwsException error) {
    return error.type().equals("SerializationException")
        ? error("com.amazon.coral.service#" + error.type(), error.type(), error.text())
        : error;
  }

  /** Returns the code that an error has in the Query protocol. */
  public static String queryCode(AwsException error) {
    return error
        .header(QUERY_ERROR)
        .map(header -> header.substring(0, header.indexOf(';')))
        .orElse(error.type());
  }

  @Override
  public AwsException validation(String message) {
    return invalidParameter(message);
  }

  @Override
  public AwsException unknownOperation(String target) {
    return error(
        "UnknownOperationException",
        "UnknownOperationException",
        OperationsTable.unknownOperation(target, "sqs"));
  }

  @Override
  public Optional<AwsException> unknownMember(String operation, String member) {
    return Optional.of(unsupported(operation, member));
  }

  private static AwsException error(String type, String queryCode, String message) {
    String qualified = type.contains("#") ? type : "com.amazonaws.sqs#" + type;
    return new AwsException(qualified, message)
        .withHeader("x-amzn-ErrorType", qualified)
        .withHeader(QUERY_ERROR, queryCode + ";Sender");
  }
}
