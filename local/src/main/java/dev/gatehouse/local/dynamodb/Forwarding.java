package dev.gatehouse.local.dynamodb;

import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Passes requests on to another server, and its answers back. */
final class Forwarding {

  /** Headers of one connection, which say nothing on the next. */
  private static final Set<String> HOP =
      Set.of(
          "connection",
          "content-length",
          "date",
          "expect",
          "host",
          "http2-settings",
          "keep-alive",
          "te",
          "transfer-encoding",
          "upgrade");

  /**
   * Nobody checks signatures here, but DynamoDB Local refuses access keys that are not letters and
   * digits: any credentials become these.
   */
  private static final String SIGNED =
      "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request,"
          + " SignedHeaders=host, Signature=0";

  /**
   * Sends the request to that server, over HttpURLConnection: the newer client takes a third of a
   * second to load, and the whole machine starts in a few.
   */
  Response send(Request request, URI to) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) to.resolve(path(request)).toURL().openConnection();
    connection.setRequestMethod(request.method());
    connection.setInstanceFollowRedirects(false);
    connection.setReadTimeout(60_000);
    request.headers().forEach((name, values) -> copy(name, values, connection));
    if (request.body().length > 0) {
      connection.setDoOutput(true);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(request.body());
      }
    }
    int status = connection.getResponseCode();
    return new Response(status, headers(connection), body(connection, status));
  }

  /** DynamoDB has one path; what else a client may send is no reason to fail. */
  private static String path(Request request) {
    return request.path().matches("/[A-Za-z0-9/._~-]*") ? request.path() : "/";
  }

  private static void copy(String name, List<String> values, HttpURLConnection to) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.equals("authorization")) {
      to.setRequestProperty(name, SIGNED);
    } else if (!HOP.contains(lower)) {
      values.forEach(value -> to.addRequestProperty(name, value));
    }
  }

  private static Map<String, List<String>> headers(HttpURLConnection answer) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    answer
        .getHeaderFields()
        .forEach((name, values) -> {
          // The status line is a header without a name.
          if (name != null && !HOP.contains(name.toLowerCase(Locale.ROOT))) {
            headers.put(name, values);
          }
        });
    return headers;
  }

  private static byte[] body(HttpURLConnection answer, int status) throws IOException {
    try (@Nullable InputStream in =
        status < 400 ? answer.getInputStream() : answer.getErrorStream()) {
      return in == null ? new byte[0] : in.readAllBytes();
    }
  }
}
