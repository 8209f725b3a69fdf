package dev.gatehouse.local.lambda.requests;

import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.awsjson.OperationsTable;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.lambda.registry.FunctionName;
import java.util.Locale;

/** The errors of Lambda's API, in the words of AWS. */
public final class LambdaErrors {

  private LambdaErrors() {}

  /** Returns the error for a parameter with a value that is not allowed. */
  public static AwsException invalidParameter(String message) {
    return new AwsException("InvalidParameterValueException", message);
  }

  /** Returns the error for a payload over this limit. */
  public static AwsException payloadTooLarge(int limit) {
    return new AwsException(
        413,
        "RequestTooLargeException",
        String.format(
            Locale.ROOT,
            "Request must be smaller than %d bytes for the InvokeFunction operation",
            limit));
  }

  /** Returns the error for a method and a path that the emulator does not support. */
  public static AwsException unknownOperation(Request request) {
    return new AwsException(
        "UnknownOperationException",
        "The local emulator's Lambda has no operation at %s %s; %s"
            .formatted(request.method(), request.path(), OperationsTable.reference("lambda")));
  }

  /** Returns the error for a member that breaks the constraints of Lambda's service model. */
  public static AwsException validation(String message) {
    return new AwsException("ValidationException", message);
  }

  /** Returns the error for a statement id that the policy has already. */
  public static AwsException statementExists(String statementId) {
    return new AwsException(
        409,
        "ResourceConflictException",
        "The statement id (%s) provided already exists. Please provide a new statement id, or remove the existing statement."
            .formatted(statementId));
  }

  /** Returns the error for something else than a function that does not exist. */
  public static AwsException notFound(String message) {
    return new AwsException(404, "ResourceNotFoundException", message);
  }

  static AwsException functionNotFound(FunctionName name) {
    return new AwsException(
        404,
        "ResourceNotFoundException",
        "Function not found: arn:aws:lambda:us-east-1:000000000000:function:"
            + name.withQualifier());
  }

  static AwsException notJson() {
    return new AwsException(
        "InvalidRequestContentException", "Could not parse request body into json");
  }
}
