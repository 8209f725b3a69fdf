package dev.gatehouse.local.functions;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Is the REST API of Lambda: Invoke, and what a client asks about functions. */
final class LambdaApi implements Service {

  /** Runs a function; IAM lets a direct caller in, the resource policy is not asked. */
  @FunctionalInterface
  interface Caller {
    Invocation call(LambdaVersion version, String arn, String event);
  }

  private static final Pattern PATH =
      Pattern.compile(
          "/2015-03-31/functions(?:/([^/]*)(?:/(invocations|configuration|policy))?)?/?");

  /** Lambda's limit for the payload of an invocation that is waited for. */
  private static final int LARGEST_EVENT = 6 * 1024 * 1024;

  private final Catalogue catalogue;
  private final ResourcePolicy policy;
  private final Caller caller;

  LambdaApi(Catalogue catalogue, ResourcePolicy policy, Caller caller) {
    this.catalogue = catalogue;
    this.policy = policy;
    this.caller = caller;
  }

  @Override
  public Response answer(Request request) {
    Matcher path = PATH.matcher(request.path());
    String operation = path.matches() ? operation(request.method(), path) : "";
    try {
      return switch (operation) {
        case "ListFunctions" -> list();
        case "GetFunction" -> json(200, FunctionDescription.full(found(request, path.group(1))));
        case "GetFunctionConfiguration" ->
            json(200, FunctionDescription.configuration(found(request, path.group(1))));
        case "AddPermission" -> addPermission(request, path.group(1));
        case "Invoke" -> invoke(request, path.group(1));
        default ->
            throw new LambdaError(
                400,
                "UnknownOperationException",
                "Lambda on one machine does not know %s %s"
                    .formatted(request.method(), request.path()));
      };
    } catch (LambdaError e) {
      return e.response();
    }
  }

  private static String operation(String method, Matcher path) {
    String function = path.group(1) == null ? "" : path.group(1);
    String part = path.group(2) == null ? "" : path.group(2);
    return switch (method + (function.isEmpty() ? "" : " function ") + part) {
      case "GET" -> "ListFunctions";
      case "GET function " -> "GetFunction";
      case "GET function configuration" -> "GetFunctionConfiguration";
      case "POST function policy" -> "AddPermission";
      case "POST function invocations" -> "Invoke";
      default -> "";
    };
  }

  private Response invoke(Request request, String function) throws LambdaError {
    Called called = Called.in(request, function, catalogue);
    String event = event(request);
    return switch (request.header("X-Amz-Invocation-Type").orElse("RequestResponse")) {
      case "RequestResponse" ->
          answered(called, caller.call(called.version(), called.arn(), event));
      case "Event" -> {
        Thread.startVirtualThread(() -> caller.call(called.version(), called.arn(), event));
        yield empty(202);
      }
      case "DryRun" -> empty(204);
      default ->
          throw LambdaError.invalidParameter(
              "X-Amz-Invocation-Type is RequestResponse, Event or DryRun");
    };
  }

  /** Lets a service in beside those of the plan: pools made at run time have other ARNs. */
  private Response addPermission(Request request, String function) throws LambdaError {
    Called called = Called.in(request, function, catalogue);
    JsonObject statement = JsonText.object(request.text());
    policy.add(
        new Permission(
            called.name(),
            JsonText.required(statement, "Action"),
            JsonText.required(statement, "Principal"),
            JsonText.optional(statement, "SourceArn"),
            JsonText.optional(statement, "SourceAccount")));
    JsonObject answer = new JsonObject();
    answer.addProperty("Statement", statement.toString());
    return json(201, answer);
  }

  private static Response answered(Called called, Invocation invocation) {
    Response response =
        switch (invocation) {
          case Invocation.Answered answered -> json(200, answered.payload());
          case Invocation.Failed failed ->
              json(200, failed.payload()).with("X-Amz-Function-Error", "Unhandled");
          default -> json(500, "{\"Type\":\"Service\",\"Message\":\"The machine is stopping\"}");
        };
    return response.with("X-Amz-Executed-Version", called.version().number());
  }

  private static String event(Request request) throws LambdaError {
    if (request.body().length > LARGEST_EVENT) {
      throw LambdaError.tooLarge(LARGEST_EVENT);
    }
    String event = request.text();
    if (event.isEmpty()) {
      return "{}";
    }
    JsonElement unused = JsonText.any(event);
    return event;
  }

  private LambdaVersion found(Request request, String function) throws LambdaError {
    return Called.in(request, function, catalogue).version();
  }

  private Response list() {
    JsonArray functions = new JsonArray();
    for (LambdaFunction function : catalogue.functions()) {
      functions.add(
          FunctionDescription.configuration(new LambdaVersion(function, FunctionName.LATEST)));
    }
    JsonObject list = new JsonObject();
    list.add("Functions", functions);
    return json(200, list);
  }

  private static Response json(int status, JsonObject body) {
    return json(status, body.toString());
  }

  private static Response json(int status, String body) {
    return Response.of(status, "application/json", body)
        .with("x-amzn-RequestId", UUID.randomUUID().toString());
  }

  private static Response empty(int status) {
    return Response.of(status, "application/json", "")
        .with("x-amzn-RequestId", UUID.randomUUID().toString());
  }
}
