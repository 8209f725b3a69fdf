package dev.gatehouse.local.lambda.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.lambda.invoke.InvocationResult;
import dev.gatehouse.local.lambda.registry.FunctionRegistry;
import dev.gatehouse.local.lambda.requests.InvocationTarget;
import dev.gatehouse.local.lambda.requests.LambdaEndpoint;
import dev.gatehouse.local.lambda.requests.LambdaErrors;
import dev.gatehouse.local.lambda.requests.LambdaJson;
import dev.gatehouse.local.lambda.requests.LambdaRequest;
import dev.gatehouse.local.lambda.requests.LambdaResponse;
import java.util.function.BiConsumer;

/** The operation Invoke, of the types RequestResponse, Event and DryRun. */
record Invoke(
    FunctionRegistry registry, DirectInvoker invoker, BiConsumer<InvocationTarget, String> events)
    implements LambdaOperation {

  /** Lambda's limit for the payload of a synchronous invocation. */
  private static final int MAX_PAYLOAD_BYTES = 6 * 1024 * 1024;

  @Override
  public LambdaEndpoint endpoint() {
    return LambdaEndpoint.of("POST", "/functions/{FunctionName}/invocations");
  }

  @Override
  public Response execute(LambdaRequest request) {
    InvocationTarget target = request.target(registry);
    String event = event(request.http());
    String type = request.http().header("X-Amz-Invocation-Type").orElse("RequestResponse");
    return switch (type) {
      case "RequestResponse" -> response(target, invoker.invoke(target, event));
      case "Event" -> {
        events.accept(target, event);
        yield LambdaResponse.empty(202);
      }
      case "DryRun" -> LambdaResponse.empty(204);
      default ->
          throw LambdaErrors.invalidParameter(
              "X-Amz-Invocation-Type is RequestResponse, Event or DryRun");
    };
  }

  private static String event(Request request) {
    if (request.body().length > MAX_PAYLOAD_BYTES) {
      throw LambdaErrors.payloadTooLarge(MAX_PAYLOAD_BYTES);
    }
    String event = request.text();
    if (event.isEmpty()) {
      return "{}";
    }
    LambdaJson.check(event);
    return event;
  }

  private static Response response(InvocationTarget target, InvocationResult result) {
    Response response =
        switch (result) {
          case InvocationResult.Succeeded succeeded ->
              LambdaResponse.json(200, succeeded.payload());
          case InvocationResult.Failed failed ->
              LambdaResponse.json(200, failed.payload()).with("X-Amz-Function-Error", "Unhandled");
          case InvocationResult.Throttled throttled -> throttled(throttled.reason());
          default ->
              LambdaResponse.json(
                  500, "{\"Type\":\"Service\",\"Message\":\"The emulator is stopping\"}");
        };
    return response.with("X-Amz-Executed-Version", target.version().number());
  }

  /** Returns the error in the form of its shape, whose members Lambda spells in both ways. */
  private static Response throttled(String reason) {
    JsonObject body = new JsonObject();
    body.addProperty("Reason", reason);
    body.addProperty("Type", "User");
    body.addProperty("message", "Rate Exceeded.");
    return LambdaResponse.json(429, body).with("x-amzn-ErrorType", "TooManyRequestsException");
  }
}
