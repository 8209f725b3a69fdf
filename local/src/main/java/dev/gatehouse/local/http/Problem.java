package dev.gatehouse.local.http;

import com.google.gson.JsonObject;

/** Problems of RFC 9457. */
public final class Problem {

  private Problem() {}

  /** Returns a response with a title of HTTP and a sentence. */
  public static Response response(int status, String title, String detail) {
    JsonObject problem = new JsonObject();
    problem.addProperty("type", "about:blank");
    problem.addProperty("title", title);
    problem.addProperty("status", status);
    problem.addProperty("detail", detail);
    return Response.of(status, "application/problem+json", problem.toString());
  }
}
