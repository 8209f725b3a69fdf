package dev.gatehouse.local.apigateway.integration;

import dev.gatehouse.local.http.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The headers of proxy events and responses, without hop-by-hop headers. */
final class ProxyHeaders {

  private static final Set<String> HOP_BY_HOP =
      Set.of(
          "connection",
          "content-length",
          "expect",
          "keep-alive",
          "proxy-authenticate",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  /** Set by API Gateway, whatever the client sent. */
  private static final Set<String> GATEWAYS =
      Set.of("x-amzn-trace-id", "x-forwarded-for", "x-forwarded-proto");

  private ProxyHeaders() {}

  /** Returns the headers of the event for a request. */
  static Map<String, List<String>> of(Request request, String requestId) {
    Map<String, List<String>> forwarded = new LinkedHashMap<>();
    request
        .headers()
        .forEach(
            (name, values) -> {
              if (isForwarded(name) && !GATEWAYS.contains(name.toLowerCase(Locale.ROOT))) {
                forwarded.put(name, values);
              }
            });
    forwarded.put("X-Amzn-Trace-Id", List.of("Root=" + requestId));
    forwarded.put("X-Forwarded-For", List.of(request.sourceIp()));
    forwarded.put("X-Forwarded-Proto", List.of("http"));
    return forwarded;
  }

  /** Returns whether a header of a function's response is sent to the client. */
  static boolean isForwarded(String name) {
    return !HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT));
  }
}
