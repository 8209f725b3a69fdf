package dev.gatehouse.api.routes;

import dev.gatehouse.api.http.Request;
import dev.gatehouse.api.http.Response;
import io.avaje.jsonb.Json;

/** The route {@code GET /app/health}: the function runs. */
public final class Health implements Route {
  @Override
  public String method() {
    return "GET";
  }

  @Override
  public String path() {
    return "/app/health";
  }

  @Override
  public Response handle(Request request) {
    return Response.of(200, new Healthy("healthy"));
  }

  /** The body of the response. */
  @Json
  public record Healthy(String status) {}
}
