package dev.gatehouse.local.clock;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.state.StateEntries;
import dev.gatehouse.local.state.StateStore;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** The endpoint {@code /_gatehouse/clock}: GET returns the time, PUT moves it forward. */
public final class ClockEndpoint implements Service {
  private static final String FORWARD = "forward";
  private static final String NOW = "now";
  private static final String AHEAD = "ahead";
  private static final Duration LONGEST = Duration.ofDays(36_500);
  private static final String USAGE =
      "PUT one of {\"forward\":\"PT1H\"}, a duration, and {\"now\":\"2030-01-01T00:00:00Z\"},"
          + " a later time.";

  private final MovableClock clock;
  private final StateEntries<Duration> entries;

  /** Creates the endpoint of a clock, which moves it to where it was at the last start. */
  public ClockEndpoint(MovableClock clock, StateStore state) {
    this.clock = clock;
    this.entries = state.entries("clock", Duration.class);
    clock.forward(entries.all().getOrDefault(AHEAD, Duration.ZERO));
  }

  @Override
  public Response handle(Request request) {
    return switch (request.method()) {
      case "GET" -> time();
      case "PUT" -> move(request);
      default -> message(405, "Only GET and PUT are supported.").with("Allow", "GET, PUT");
    };
  }

  private synchronized Response move(Request request) {
    try {
      Duration time = duration(request);
      if (time.compareTo(LONGEST) > 0) {
        return message(400, "The clock moves by at most 100 years.");
      }
      if (!time.isNegative()) {
        entries.store(AHEAD, clock.ahead().plus(time));
      }
      clock.forward(time);
      return time();
    } catch (JsonParseException | DateTimeException | ArithmeticException e) {
      return message(400, USAGE);
    } catch (IllegalArgumentException e) {
      return message(400, "The clock moves forward only.");
    }
  }

  private Duration duration(Request request) {
    if (!(Json.parse(request.text()) instanceof JsonObject body) || body.size() != 1) {
      throw new JsonParseException(USAGE);
    }
    String key = body.keySet().iterator().next();
    if (!Set.of(FORWARD, NOW).contains(key)
        || !(body.get(key) instanceof JsonPrimitive value)
        || !value.isString()) {
      throw new JsonParseException(USAGE);
    }
    return key.equals(FORWARD)
        ? Duration.parse(value.getAsString())
        : Duration.between(clock.instant(), Instant.parse(value.getAsString()));
  }

  private Response time() {
    return Response.of(
        200,
        "application/json",
        Json.text(Json.object("now", clock.instant(), "ahead", clock.ahead())) + "\n");
  }

  private static Response message(int status, String message) {
    return Response.of(
        status, "application/json", Json.text(Json.object("message", message)) + "\n");
  }
}
