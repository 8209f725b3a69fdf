package dev.gatehouse.api.routes;

import dev.gatehouse.api.http.Problem;
import dev.gatehouse.api.http.Request;
import dev.gatehouse.api.http.RequestRefused;
import dev.gatehouse.api.http.Response;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The routes by method and path; paths are compared character by character. */
public final class Router {
  private static final String GET = "GET";

  private final List<Route> routes;

  /** Creates a router of these routes. */
  public Router(List<Route> routes) {
    this.routes = List.copyOf(routes);
  }

  /** Returns every route. */
  public List<Route> routes() {
    return routes;
  }

  /**
   * Returns the response of the route of a request.
   *
   * @throws RequestRefused if there is no route, or the route refuses the request
   */
  public Response handle(Request request) {
    List<Route> samePath = at(request.path());
    if (samePath.isEmpty()) {
      throw RequestRefused.because(Problem.UNKNOWN_ROUTE);
    }
    for (Route route : samePath) {
      if (takes(route, request)) {
        return route.handle(request);
      }
    }
    return Response.of(RequestRefused.because(Problem.METHOD_NOT_ALLOWED))
        .with("Allow", allowed(samePath));
  }

  /** Returns the methods of a path in alphabetical order; of an unknown path, those of any. */
  public List<String> methodsAt(String path) {
    return reachable(path).stream().map(Route::method).distinct().sorted().toList();
  }

  /** Returns the request headers that the routes of a path read; of an unknown path, of any. */
  public List<String> requestHeadersAt(String path) {
    return reachable(path).stream()
        .flatMap(route -> route.requestHeaders().stream())
        .distinct()
        .sorted()
        .toList();
  }

  /** Returns the routes of a path, or all, so that a page can read that there is none. */
  private List<Route> reachable(String path) {
    List<Route> samePath = at(path);
    return samePath.isEmpty() ? routes : samePath;
  }

  /** Returns the name of the route for the log, without text of an unknown path or method. */
  public String nameOf(Request request) {
    List<Route> samePath = at(request.path());
    return samePath.stream()
        .filter(route -> takes(route, request))
        .map(route -> route.method() + " " + route.path())
        .findFirst()
        .orElse(samePath.isEmpty() ? "unknown" : "other " + request.path());
  }

  private List<Route> at(String path) {
    return routes.stream().filter(route -> route.path().equals(path)).toList();
  }

  private static String allowed(List<Route> samePath) {
    return samePath.stream()
        .map(Route::method)
        .flatMap(method -> method.equals(GET) ? Stream.of(GET, "HEAD") : Stream.of(method))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /** HEAD is wherever GET is; the handler leaves the body out. */
  private static boolean takes(Route route, Request request) {
    return route.method().equals(request.isHead() ? GET : request.method());
  }
}
