package dev.gatehouse.local.control;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.inspect.ListPage;
import java.util.Map;

/** Responses of the emulator's own HTTP calls: JSON, text, and problem+json for errors. */
final class ControlResponses {

  private static final Gson JSON =
      new GsonBuilder().disableHtmlEscaping().serializeNulls().setPrettyPrinting().create();

  private ControlResponses() {}

  /** Returns a response with a record or a JSON value. */
  static Response json(Object value) {
    return Response.of(200, "application/json", JSON.toJson(value) + "\n");
  }

  /**
   * Returns a page of a list: its items under a name, and the id from which the next one starts.
   */
  static Response page(String name, ListPage<? extends JsonElement> page) {
    JsonArray items = new JsonArray();
    page.items().forEach(items::add);
    return json(Json.object(name, items, "next", page.next()));
  }

  static Response text(String text) {
    return Response.of(200, "text/plain; charset=utf-8", text);
  }

  static Response noContent() {
    return new Response(204, Map.of(), new byte[0]);
  }

  static Response notFound(String what) {
    return problem(404, "NotFound", what);
  }

  static Response problem(int status, String code, String detail) {
    return Response.of(
        status,
        "application/problem+json",
        Json.text(
                Json.object(
                    "type", "about:blank",
                    "title", title(status),
                    "status", status,
                    "code", code,
                    "detail", detail))
            + "\n");
  }

  private static String title(int status) {
    return switch (status) {
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 409 -> "Conflict";
      case 429 -> "Too Many Requests";
      default -> status < 500 ? "Bad Request" : "Internal Server Error";
    };
  }
}
