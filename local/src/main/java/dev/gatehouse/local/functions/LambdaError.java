package dev.gatehouse.local.functions;

import com.google.gson.JsonObject;
import dev.gatehouse.local.http.Response;
import java.util.UUID;

/** Says why Lambda's API refuses a request, as it does on AWS. */
final class LambdaError extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String type;

  LambdaError(int status, String type, String message) {
    super(message);
    this.status = status;
    this.type = type;
  }

  static LambdaError invalidParameter(String message) {
    return new LambdaError(400, "InvalidParameterValueException", message);
  }

  static LambdaError notFound(FunctionName name) {
    return new LambdaError(
        404,
        "ResourceNotFoundException",
        "Function not found: arn:aws:lambda:us-east-1:000000000000:function:" + name.text());
  }

  static LambdaError notJson() {
    return new LambdaError(
        400, "InvalidRequestContentException", "Could not parse request body into json");
  }

  static LambdaError tooLarge(int limit) {
    return new LambdaError(
        413,
        "RequestTooLargeException",
        "Request must be smaller than %d bytes for the InvokeFunction operation".formatted(limit));
  }

  Response response() {
    JsonObject body = new JsonObject();
    body.addProperty("Type", "User");
    body.addProperty("Message", getMessage());
    return Response.of(status, "application/json", body.toString())
        .with("x-amzn-ErrorType", type)
        .with("x-amzn-RequestId", UUID.randomUUID().toString());
  }
}
