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

/** Forwarder of HTTP requests to another server. */
final class RequestForwarder {

  /** Hop-by-hop headers, which are not forwarded. */
  private static final Set<String> HOP_BY_HOP_HEADERS =
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
   * The credentials that replace any others, since DynamoDB Local accepts only access keys of
   * letters and digits and does not check signatures.
   */
  private static final String AUTHORIZATION =
      "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request,"
          + " SignedHeaders=host, Signature=0";

  /**
   * Forwards a request. HttpURLConnection loads a third of a second faster than HttpClient, and the
   * emulator starts in a few seconds.
   */
  Response forward(Request request, URI to) throws IOException {
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

  /** Returns the path, or / for one that is not a valid URI; DynamoDB ignores it. */
  private static String path(Request request) {
    return request.path().matches("/[A-Za-z0-9/._~-]*") ? request.path() : "/";
  }

  private static void copy(String name, List<String> values, HttpURLConnection to) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.equals("authorization")) {
      to.setRequestProperty(name, AUTHORIZATION);
    } else if (!HOP_BY_HOP_HEADERS.contains(lower)) {
      values.forEach(value -> to.addRequestProperty(name, value));
    }
  }

  private static Map<String, List<String>> headers(HttpURLConnection connection) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    connection
        .getHeaderFields()
        .forEach(
            (name, values) -> {
              // The status line is a header without a name.
              if (name != null && !HOP_BY_HOP_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, values);
              }
            });
    return headers;
  }

  private static byte[] body(HttpURLConnection connection, int status) throws IOException {
    try (@Nullable InputStream in =
        status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      return in == null ? new byte[0] : in.readAllBytes();
    }
  }
}
