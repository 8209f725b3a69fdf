package dev.gatehouse.api;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Is an event as API Gateway's REST proxy sends it: maps and body are null when empty. */
record Event(
    String method,
    String path,
    Map<String, String> headers,
    Content content,
    Map<String, String> claims) {
  private static final Gson GSON = new GsonBuilder().serializeNulls().create();

  static Event of(String method, String path) {
    return new Event(method, path, Map.of(), new Content(null, false), Map.of());
  }

  Event header(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new Event(method, path, more, content, claims);
  }

  Event body(String body) {
    return new Event(method, path, headers, new Content(body, false), claims);
  }

  Event base64(String body) {
    return new Event(method, path, headers, new Content(body, true), claims);
  }

  Event claims(Map<String, String> verified) {
    return new Event(method, path, headers, content, verified);
  }

  String json() {
    Map<String, Object> context = new TreeMap<>();
    context.put("authorizer", claims.isEmpty() ? null : Map.of("claims", claims));
    context.put("requestId", "gateway-1");
    context.put("path", "/prod" + path);
    Map<String, List<String>> all = new TreeMap<>();
    headers.forEach((name, value) -> all.put(name, List.of(value)));
    Map<String, Object> event = new TreeMap<>();
    event.put("resource", "/{proxy+}");
    event.put("path", path);
    event.put("httpMethod", method);
    event.put("headers", headers.isEmpty() ? null : headers);
    event.put("multiValueHeaders", headers.isEmpty() ? null : all);
    event.put("queryStringParameters", null);
    event.put("requestContext", context);
    event.put("body", content.body);
    event.put("isBase64Encoded", content.base64);
    return GSON.toJson(event);
  }

  record Content(@Nullable String body, boolean base64) {}
}
