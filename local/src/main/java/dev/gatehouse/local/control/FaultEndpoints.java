package dev.gatehouse.local.control;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.faults.Fault;
import dev.gatehouse.local.faults.Faults;
import dev.gatehouse.local.http.Response;
import java.util.List;
import java.util.stream.Stream;

/** The faults that are switched on. */
record FaultEndpoints(Faults faults) {

  private static final String PATH = "/_gatehouse/faults";

  Stream<Route> routes() {
    return Stream.of(
        Route.of("GET", PATH, request -> list()),
        Route.of("PUT", PATH, this::set),
        Route.of("DELETE", PATH, request -> clear()));
  }

  /** Switches the faults of the body on, and every other one off. */
  private Response set(RoutedRequest request) {
    JsonObject body = request.body();
    try {
      if (!(body.get("faults") instanceof JsonArray given)) {
        throw new InvalidRequest("The body has the array faults.");
      }
      List<Fault> parsed = given.asList().stream().map(Fault::parse).toList();
      faults.set(parsed, seed(body));
      return list();
    } catch (IllegalArgumentException e) {
      throw new InvalidRequest(String.valueOf(e.getMessage()));
    }
  }

  private static long seed(JsonObject body) {
    JsonElement seed = body.get("seed");
    if (seed == null) {
      return 0;
    }
    if (seed instanceof JsonPrimitive number && number.isNumber()) {
      return number.getAsLong();
    }
    throw new InvalidRequest("seed is a whole number.");
  }

  private Response clear() {
    faults.clear();
    return ControlResponses.noContent();
  }

  private Response list() {
    JsonArray list = new JsonArray();
    faults
        .active()
        .forEach(
            active -> {
              JsonObject json = active.fault().json();
              json.addProperty("hits", active.hits());
              list.add(json);
            });
    return ControlResponses.json(Json.object("faults", list));
  }
}
