package dev.gatehouse.api;

import io.avaje.jsonb.Json;

/** Answers {@code GET /app/health}: this function runs. */
final class Health implements Route {
  @Override
  public String method() {
    return "GET";
  }

  @Override
  public String path() {
    return "/app/health";
  }

  @Override
  public Response answer(Request request) {
    return Response.of(200, new Answer("healthy"));
  }

  /** Is the body of the answer. */
  @Json
  record Answer(String status) {}
}
