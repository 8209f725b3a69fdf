package dev.gatehouse.local.apigateway;

import dev.gatehouse.local.http.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Knows which headers a function gets: those of the client, less the connection's own. */
final class ForwardedHeaders {

  private static final Set<String> THE_CONNECTIONS_OWN =
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

  private ForwardedHeaders() {}

  static Map<String, List<String>> of(Request request, String requestId) {
    Map<String, List<String>> forwarded = new LinkedHashMap<>();
    request
        .headers()
        .forEach((name, values) -> {
          if (!THE_CONNECTIONS_OWN.contains(name.toLowerCase(Locale.ROOT))) {
            forwarded.put(name, values);
          }
        });
    forwarded.put("X-Amzn-Trace-Id", List.of("Root=" + requestId));
    forwarded.put("X-Forwarded-For", List.of(request.sourceIp()));
    forwarded.put("X-Forwarded-Proto", List.of("http"));
    return forwarded;
  }

  static boolean mayGoBack(String name) {
    return !THE_CONNECTIONS_OWN.contains(name.toLowerCase(Locale.ROOT));
  }
}
