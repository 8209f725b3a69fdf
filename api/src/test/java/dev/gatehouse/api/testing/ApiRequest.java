package dev.gatehouse.api.testing;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request as API Gateway's proxy integration sends it: maps and body are null if empty. */
public record ApiRequest(
    String method,
    String path,
    Map<String, String> headers,
    Content content,
    Map<String, String> claims) {
  /** The address that every request comes from. */
  public static final String SOURCE = "192.0.2.1";

  private static final Gson GSON = new GsonBuilder().serializeNulls().create();

  /** Returns a request without headers and body. */
  public static ApiRequest of(String method, String path) {
    return new ApiRequest(method, path, Map.of(), new Content(null, false), Map.of());
  }

  /** Returns this request with one more header. */
  public ApiRequest header(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new ApiRequest(method, path, more, content, claims);
  }

  /** Returns this request with a body. */
  public ApiRequest body(String body) {
    return new ApiRequest(method, path, headers, new Content(body, false), claims);
  }

  /** Returns this request with a body in Base64. */
  public ApiRequest base64(String body) {
    return new ApiRequest(method, path, headers, new Content(body, true), claims);
  }

  /** Returns this request with the claims that the authorizer verified. */
  public ApiRequest claims(Map<String, String> verified) {
    return new ApiRequest(method, path, headers, content, verified);
  }

  /** Returns the event. */
  public String json() {
    Map<String, Object> context = new TreeMap<>();
    context.put("authorizer", claims.isEmpty() ? null : Map.of("claims", claims));
    context.put("requestId", "gateway-1");
    context.put("path", "/prod" + path);
    context.put("identity", Map.of("sourceIp", SOURCE));
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

  /** A body. */
  public record Content(@Nullable String body, boolean base64) {}
}
