package dev.gatehouse.local.s3.signature;

import dev.gatehouse.local.http.Request;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The canonical form of a request, over which Signature Version 4 is computed; S3 encodes the path
 * once and leaves it as it is otherwise.
 */
final class CanonicalRequest {
  static final String PAYLOAD_HASH = "x-amz-content-sha256";

  private CanonicalRequest() {}

  /** Returns the canonical request with the headers that were signed. */
  static String of(Request request, Signed signed) {
    return String.join(
        "\n",
        request.method(),
        path(request.path()),
        query(request),
        headers(request, signed.headers()),
        String.join(";", signed.headers()),
        request.header(PAYLOAD_HASH).orElse("UNSIGNED-PAYLOAD"));
  }

  private static String path(String sent) {
    return Stream.of(sent.split("/", -1))
        .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
        .map(CanonicalRequest::encoded)
        .collect(Collectors.joining("/"));
  }

  private static String query(Request request) {
    List<String> pairs = new ArrayList<>();
    request
        .query()
        .forEach(
            (name, values) -> {
              if (!name.equals("X-Amz-Signature")) {
                values.forEach(value -> pairs.add(encoded(name) + "=" + encoded(value)));
              }
            });
    return pairs.stream().sorted().collect(Collectors.joining("&"));
  }

  /** Returns a line for each header, each with its end of line. */
  private static String headers(Request request, List<String> names) {
    StringBuilder lines = new StringBuilder();
    for (String name : names) {
      lines.append(name.toLowerCase(Locale.ROOT)).append(':').append(value(request, name));
      lines.append('\n');
    }
    return lines.toString();
  }

  private static String value(Request request, String name) {
    return request.headers().entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .flatMap(header -> header.getValue().stream())
        .map(value -> value.strip().replaceAll(" +", " "))
        .collect(Collectors.joining(","));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
