package dev.gatehouse.api.routes;

import dev.gatehouse.api.http.BodyField;
import dev.gatehouse.api.http.Request;
import dev.gatehouse.api.http.RequestRefused;
import dev.gatehouse.api.http.Response;
import java.util.List;

/** A route of the API: one method of one path. */
public interface Route {

  /** Returns the method in upper case. */
  String method();

  /** Returns the path, which is compared character by character. */
  String path();

  /** Returns the fields that a request body may have; none if the route reads no body. */
  default List<BodyField> bodyFields() {
    return List.of();
  }

  /** Returns the headers that a page may send with a request, besides the CORS-safelisted ones. */
  default List<String> requestHeaders() {
    return bodyFields().isEmpty() ? List.of() : List.of("Content-Type");
  }

  /**
   * Returns the response to a request.
   *
   * @throws RequestRefused if the response is a problem
   */
  Response handle(Request request);
}
