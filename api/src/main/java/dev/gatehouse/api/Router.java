package dev.gatehouse.api;

import java.util.List;
import java.util.stream.Collectors;

/** Finds the route of a request; paths are compared letter by letter. */
final class Router {
  private final List<Route> routes;

  Router(List<Route> routes) {
    this.routes = List.copyOf(routes);
  }

  /** Returns every route. */
  List<Route> routes() {
    return routes;
  }

  /** Answers the request by its route, or says that there is none. */
  Response answer(Request request) {
    List<Route> samePath = at(request.path());
    if (samePath.isEmpty()) {
      throw RequestRefused.because(Problem.UNKNOWN_ROUTE);
    }
    for (Route route : samePath) {
      if (route.method().equals(request.method())) {
        return route.answer(request);
      }
    }
    return Response.of(RequestRefused.because(Problem.METHOD_NOT_ALLOWED))
        .with("Allow", allowed(samePath));
  }

  /** Names the route in words of ours: neither path nor method of an unknown one is repeated. */
  String nameOf(Request request) {
    List<Route> samePath = at(request.path());
    return samePath.stream()
        .filter(route -> route.method().equals(request.method()))
        .map(route -> route.method() + " " + route.path())
        .findFirst()
        .orElse(samePath.isEmpty() ? "unknown" : "other " + request.path());
  }

  private List<Route> at(String path) {
    return routes.stream().filter(route -> route.path().equals(path)).toList();
  }

  private static String allowed(List<Route> samePath) {
    return samePath.stream().map(Route::method).sorted().collect(Collectors.joining(", "));
  }
}
