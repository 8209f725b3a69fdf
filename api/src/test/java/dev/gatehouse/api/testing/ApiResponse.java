package dev.gatehouse.api.testing;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A response as API Gateway reads it. */
public record ApiResponse(int status, Map<String, String> headers, String text) {

  /** Returns the response in an event. */
  public static ApiResponse of(JsonObject event) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Map.Entry<String, JsonElement> header : event.getAsJsonObject("headers").entrySet()) {
      headers.put(header.getKey(), header.getValue().getAsString());
    }
    return new ApiResponse(
        event.get("statusCode").getAsInt(), headers, event.get("body").getAsString());
  }

  /** Returns the body as JSON. */
  public JsonObject json() {
    return JsonParser.parseString(text).getAsJsonObject();
  }

  /** Returns the value of a header, or null. */
  public @Nullable String header(String name) {
    return headers.get(name);
  }

  /** Returns the code of a problem. */
  public String code() {
    return json().get("code").getAsString();
  }

  /** Returns the detail of a problem. */
  public String detail() {
    return json().get("detail").getAsString();
  }
}
