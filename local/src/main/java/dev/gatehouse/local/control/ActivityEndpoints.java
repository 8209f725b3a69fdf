package dev.gatehouse.local.control;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import dev.gatehouse.local.activity.Masking;
import dev.gatehouse.local.activity.RecordedRequest;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.inspect.CausedStep;
import dev.gatehouse.local.inspect.History;
import dev.gatehouse.local.inspect.ListPage;
import dev.gatehouse.local.inspect.Replay;
import dev.gatehouse.local.lambda.invoke.FunctionCall;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The requests and function calls, and the replay of a call. */
record ActivityEndpoints(History history, Replay replay) {

  Stream<Route> routes() {
    return Stream.of(
        Route.of("GET", "/_gatehouse/requests", this::requests),
        Route.of("GET", "/_gatehouse/requests/{id}", this::request),
        Route.of("GET", "/_gatehouse/calls", this::calls),
        Route.of("GET", "/_gatehouse/calls/{id}", this::call),
        Route.of("POST", "/_gatehouse/calls/{id}/replay", this::replay));
  }

  private Response requests(RoutedRequest request) {
    String service = request.query("service");
    return ControlResponses.page(
        "requests",
        history
            .requests(
                recorded -> service.isEmpty() || recorded.service().equals(service),
                request.query("search"),
                request.query("before"),
                request.number("limit", ListPage.SIZE, 1, 1000))
            .map(ActivityEndpoints::summary));
  }

  private Response request(RoutedRequest request) {
    return history
        .request(request.id())
        .map(
            found ->
                request.wantsText()
                    ? ControlResponses.text(line(found))
                    : ControlResponses.json(detail(found)))
        .orElseGet(() -> ControlResponses.notFound("There is no request " + request.id() + "."));
  }

  private Response calls(RoutedRequest request) {
    return ControlResponses.page(
        "calls",
        history
            .calls(
                request.query("search"),
                request.query("before"),
                request.number("limit", ListPage.SIZE, 1, 1000))
            .map(ActivityEndpoints::summary));
  }

  private Response call(RoutedRequest request) {
    return history
        .call(request.id())
        .map(found -> ControlResponses.json(detail(found)))
        .orElseGet(() -> ControlResponses.notFound("There is no call " + request.id() + "."));
  }

  private Response replay(RoutedRequest request) {
    FunctionCall call = history.call(request.id()).orElse(null);
    if (call == null) {
      return ControlResponses.notFound("There is no call " + request.id() + ".");
    }
    String event = request.http().text().isBlank() ? call.event() : Json.text(request.body());
    try {
      return ControlResponses.json(detail(replay.run(call, event)));
    } catch (JsonParseException e) {
      throw new InvalidRequest("The body is the event, JSON, or empty for the same event.");
    }
  }

  private static JsonObject summary(RecordedRequest request) {
    return Json.object(
        "id", request.id(),
        "at", request.at(),
        "service", request.service(),
        "operation", request.operation(),
        "method", request.method(),
        "path", request.path(),
        "status", request.status(),
        "code", request.code(),
        "latencyMillis", request.latency().toMillis());
  }

  private JsonObject detail(RecordedRequest request) {
    JsonObject detail = summary(request);
    detail.addProperty("request", Masking.pretty(request.requestBody()));
    detail.addProperty("response", Masking.pretty(request.responseBody()));
    detail.add("caused", steps(history.causedBy(request)));
    return detail;
  }

  private static JsonObject summary(FunctionCall call) {
    return Json.object(
        "id", call.id(),
        "at", call.at(),
        "function", call.function(),
        "caller", call.caller(),
        "outcome", call.outcome(),
        "code", call.code(),
        "durationMillis", call.duration().toMillis(),
        "cold", call.cold());
  }

  private JsonObject detail(FunctionCall call) {
    JsonObject detail = summary(call);
    detail.addProperty("event", Masking.pretty(call.event()));
    detail.addProperty("response", Masking.pretty(call.response()));
    detail.add("log", Json.array(history.log(call)));
    detail.add("environment", Json.of(history.environment(call)));
    detail.add("related", steps(history.relatedTo(call)));
    return detail;
  }

  private static JsonArray steps(List<CausedStep> steps) {
    JsonArray array = new JsonArray();
    steps.forEach(
        step ->
            array.add(
                Json.object(
                    "kind", step.kind(),
                    "id", step.id(),
                    "title", step.title(),
                    "result", step.result())));
    return array;
  }

  /** Returns a request and what it caused in one line, oldest first as it happened. */
  private String line(RecordedRequest request) {
    String caused =
        history.causedBy(request).reversed().stream()
            .map(CausedStep::text)
            .collect(Collectors.joining(", "));
    return request.title()
        + ": "
        + request.status()
        + (request.code().isEmpty() ? "" : " " + request.code())
        + " in "
        + request.latency().toMillis()
        + (caused.isEmpty() ? " ms\n" : " ms (" + caused + ")\n");
  }
}
