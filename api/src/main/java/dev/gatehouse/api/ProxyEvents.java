package dev.gatehouse.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import dev.gatehouse.api.http.Request;
import dev.gatehouse.api.http.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The conversion of API Gateway's proxy events, of which every part may be null. */
public final class ProxyEvents {
  private ProxyEvents() {}

  /** Returns the request of an event. */
  static Request request(@Nullable APIGatewayProxyRequestEvent given) {
    APIGatewayProxyRequestEvent event = given == null ? new APIGatewayProxyRequestEvent() : given;
    return new Request(
        orEmpty(event.getHttpMethod()),
        orEmpty(event.getPath()),
        headers(event),
        new Request.Payload(
            orEmpty(event.getBody()), Boolean.TRUE.equals(event.getIsBase64Encoded())),
        claims(event));
  }

  /** Returns the address that a request came from, as API Gateway saw it, or null. */
  static @Nullable String sourceAddress(@Nullable APIGatewayProxyRequestEvent event) {
    return event == null
            || event.getRequestContext() == null
            || event.getRequestContext().getIdentity() == null
        ? null
        : event.getRequestContext().getIdentity().getSourceIp();
  }

  /** Returns the event of a response. */
  static APIGatewayProxyResponseEvent event(Response response) {
    return new APIGatewayProxyResponseEvent()
        .withStatusCode(response.status())
        .withHeaders(response.headers())
        .withBody(response.body())
        .withIsBase64Encoded(false);
  }

  /** Returns the headers by lower-case name; of a repeated header the last value counts. */
  private static Map<String, String> headers(APIGatewayProxyRequestEvent event) {
    Map<String, String> headers = new HashMap<>();
    orEmpty(event.getMultiValueHeaders())
        .forEach((name, values) -> put(headers, name, last(values)));
    orEmpty(event.getHeaders()).forEach((name, value) -> put(headers, name, value));
    return headers;
  }

  private static @Nullable String last(@Nullable List<String> values) {
    return values == null || values.isEmpty() ? null : values.getLast();
  }

  private static Map<String, String> claims(APIGatewayProxyRequestEvent event) {
    Map<String, String> claims = new HashMap<>();
    if (event.getRequestContext() != null
        && event.getRequestContext().getAuthorizer() != null
        && event.getRequestContext().getAuthorizer().get("claims") instanceof Map<?, ?> given) {
      given.forEach(
          (name, value) -> {
            if (value != null) {
              claims.put(String.valueOf(name), String.valueOf(value));
            }
          });
    }
    return claims;
  }

  private static void put(Map<String, String> headers, String name, @Nullable String value) {
    if (value != null) {
      headers.put(name.toLowerCase(Locale.ROOT), value);
    }
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static <V> Map<String, V> orEmpty(@Nullable Map<String, V> map) {
    return map == null ? Map.of() : map;
  }
}
