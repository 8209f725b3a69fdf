package dev.gatehouse.local.control;

import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.inspect.AwsCallFailed;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The dispatch of requests to routes; every error is problem+json. */
public record Routes(List<Route> all) implements Service {

  /** Creates the routes of two groups. */
  public static Routes of(Stream<Route> some, Stream<Route> more) {
    return new Routes(Stream.concat(some, more).toList());
  }

  @Override
  public Response handle(Request request) {
    try {
      for (Route route : all) {
        RoutedRequest routed = route.takes(request.method()) ? route.match(request) : null;
        if (routed != null) {
          return route.response().apply(routed);
        }
      }
      return otherMethodOrPath(request);
    } catch (InvalidRequest e) {
      return ControlResponses.problem(400, "InvalidRequest", String.valueOf(e.getMessage()));
    } catch (AwsCallFailed e) {
      return ControlResponses.problem(400, e.code(), String.valueOf(e.getMessage()));
    } catch (AwsException e) {
      return ControlResponses.problem(e.status(), e.type(), e.text());
    } catch (IllegalArgumentException malformedEscape) {
      return ControlResponses.problem(
          400, "InvalidRequest", "The path or the form has a malformed percent escape.");
    }
  }

  private Response otherMethodOrPath(Request request) {
    String methods =
        all.stream()
            .filter(route -> route.match(request) != null)
            .map(Route::method)
            .distinct()
            .collect(Collectors.joining(", "));
    return methods.isEmpty()
        ? ControlResponses.problem(
            404,
            "NotFound",
            "%s is no path of the emulator; GET /_gatehouse/openapi.yaml lists them."
                .formatted(request.path()))
        : ControlResponses.problem(405, "MethodNotAllowed", "This path takes " + methods + " only.")
            .with("Allow", methods);
  }
}
