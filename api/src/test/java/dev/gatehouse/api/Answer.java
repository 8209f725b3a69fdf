package dev.gatehouse.api;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Is an answer as API Gateway reads it. */
record Answer(int status, Map<String, String> headers, String text) {

  static Answer of(JsonObject event) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Map.Entry<String, JsonElement> header : event.getAsJsonObject("headers").entrySet()) {
      headers.put(header.getKey(), header.getValue().getAsString());
    }
    return new Answer(event.get("statusCode").getAsInt(), headers, event.get("body").getAsString());
  }

  JsonObject json() {
    return JsonParser.parseString(text).getAsJsonObject();
  }

  @Nullable String header(String name) {
    return headers.get(name);
  }

  String code() {
    return json().get("code").getAsString();
  }

  String detail() {
    return json().get("detail").getAsString();
  }
}
