package dev.gatehouse.local.iam;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.lambda.runtime.FunctionTelemetry.TraceCounts;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The endpoint {@code /_gatehouse/iam}: GET returns the refused requests, the grants that no
 * request has used and the counts of traces; DELETE forgets the first two.
 *
 * @param traces the counts of traces, by function
 */
public record AccessEndpoint(Iam iam, Supplier<Map<String, TraceCounts>> traces)
    implements Service {

  @Override
  public Response handle(Request request) {
    return switch (request.method()) {
      case "GET" -> Response.of(200, "application/json", Json.text(state()) + "\n");
      case "DELETE" -> {
        iam.log().clear();
        yield Response.of(200, "application/json", "{}\n");
      }
      default ->
          Response.of(405, "application/json", "{\"message\":\"Only GET and DELETE.\"}\n")
              .with("Allow", "GET, DELETE");
    };
  }

  private JsonObject state() {
    JsonArray refused = new JsonArray();
    for (Denial denial : iam.log().refused()) {
      refused.add(
          Json.object(
              "principal", denial.request().principal().name(),
              "action", denial.request().action(),
              "resource", denial.request().resource(),
              "message", denial.message()));
    }
    JsonArray unused = new JsonArray();
    for (AccessLog.Grant grant : iam.log().unused()) {
      unused.add(
          Json.object(
              "policy", grant.policy(),
              "statement", grant.action().statement(),
              "action", grant.action().action()));
    }
    JsonObject counts = new JsonObject();
    traces
        .get()
        .forEach(
            (function, count) ->
                counts.add(
                    function,
                    Json.object(
                        "sent", count.sent(),
                        "lost", count.lost(),
                        "telemetryLost", count.telemetryLost())));
    return Json.object("refused", refused, "unused", unused, "traces", counts);
  }
}
