package dev.gatehouse.local.control;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.UrlEncoded;
import java.util.List;
import java.util.Map;

/**
 * A request to a route.
 *
 * @param parameters the decoded path parameters, in their order
 */
public record RoutedRequest(Request http, List<String> parameters) {

  /** Returns the first path parameter. */
  public String id() {
    return parameters.getFirst();
  }

  /** Returns a query parameter, empty if it is missing. */
  public String query(String name) {
    return http.parameter(name).orElse("");
  }

  /**
   * Returns a query parameter as a whole number; throws {@link InvalidRequest} if it is none in the
   * range.
   */
  public int number(String name, int missing, int min, int max) {
    String given = query(name);
    try {
      int number = given.isEmpty() ? missing : Integer.parseInt(given);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // The sentence below says what is accepted.
    }
    throw new InvalidRequest(name + " is a whole number from " + min + " to " + max + ".");
  }

  /** Returns the body, an object; throws {@link InvalidRequest}. */
  public JsonObject body() {
    try {
      if (Json.parse(http.text()) instanceof JsonObject body) {
        return body;
      }
    } catch (JsonParseException e) {
      // The sentence below says what is accepted.
    }
    throw new InvalidRequest("The body is a JSON object.");
  }

  /**
   * Returns a string of the body; throws {@link InvalidRequest} if it is missing or another type.
   */
  public String text(String name) {
    JsonElement value = body().get(name);
    if (value instanceof JsonPrimitive text && text.isString()) {
      return text.getAsString();
    }
    throw new InvalidRequest("The body has the string " + name + ".");
  }

  /** Returns a field of a form, empty if it is missing. */
  public String field(String name) {
    Map<String, List<String>> form = UrlEncoded.decode(http.text());
    return form.getOrDefault(name, List.of("")).getFirst();
  }

  /** Returns whether the client asks for plain text, as the script for the terminal does. */
  boolean wantsText() {
    return http.header("Accept").filter(accept -> accept.startsWith("text/plain")).isPresent();
  }
}
