package dev.gatehouse.local.lambda.requests;

import dev.gatehouse.local.awsjson.AwsException;
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
        "The local emulator's Lambda has no operation at %s %s"
            .formatted(request.method(), request.path()));
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
