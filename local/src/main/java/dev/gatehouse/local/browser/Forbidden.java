package dev.gatehouse.local.browser;

import com.google.gson.JsonObject;
import dev.gatehouse.local.http.Response;

/** The response 403 of the emulator itself, a problem of RFC 9457. */
final class Forbidden {

  private Forbidden() {}

  /** Returns the response with this sentence. */
  static Response because(String detail) {
    JsonObject problem = new JsonObject();
    problem.addProperty("type", "about:blank");
    problem.addProperty("title", "Forbidden");
    problem.addProperty("status", 403);
    problem.addProperty("detail", detail);
    return Response.of(403, "application/problem+json", problem.toString());
  }
}
