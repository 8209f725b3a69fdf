package dev.gatehouse.local.s3;

import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.s3.buckets.StoredObject;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The headers that an upload leaves with an object, and those of the response to a reader. */
final class ObjectHeaders {
  private static final String TYPE = "content-type";
  private static final Set<String> STORED =
      Set.of(
          "cache-control",
          "content-disposition",
          "content-encoding",
          "content-language",
          "expires");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private ObjectHeaders() {}

  /** Returns the headers that stay with an object, by lower-case name. */
  static Map<String, String> of(Request request) {
    Map<String, String> headers = new TreeMap<>();
    headers.put(TYPE, "binary/octet-stream");
    request
        .headers()
        .forEach(
            (header, values) -> {
              String name = header.toLowerCase(Locale.ROOT);
              String value = values.getLast();
              if (name.equals("content-encoding")) {
                // The chunks of SDKs are a matter of the transfer.
                value = value.replaceAll("(?:^|, *)aws-chunked(?:, *|$)", "");
              }
              if (!value.isEmpty()
                  && (name.equals(TYPE)
                      || STORED.contains(name)
                      || name.startsWith("x-amz-meta-"))) {
                headers.put(name, value);
              }
            });
    return headers;
  }

  /** Returns a response with the headers of an object. */
  static Response add(Response response, StoredObject object, boolean withChecksum) {
    Response with =
        response
            .with("ETag", quoted(object.etag()))
            .with("Last-Modified", TIME.format(object.lastModified()))
            .with("Accept-Ranges", "none")
            .with("x-amz-server-side-encryption", "AES256");
    for (Map.Entry<String, String> header : object.headers().entrySet()) {
      if (withChecksum || !header.getKey().startsWith("x-amz-checksum-")) {
        with = with.with(spelled(header.getKey()), header.getValue());
      }
    }
    return with;
  }

  static String quoted(String etag) {
    return "\"" + etag + "\"";
  }

  /** Returns {@code Content-Type} for {@code content-type}, as the emulator writes headers. */
  private static String spelled(String name) {
    if (name.startsWith("x-amz-")) {
      return name;
    }
    StringBuilder spelled = new StringBuilder(name);
    for (int at = 0; at >= 0; at = name.indexOf('-', at + 1)) {
      int letter = at == 0 ? 0 : at + 1;
      spelled.setCharAt(letter, Character.toUpperCase(name.charAt(letter)));
    }
    return spelled.toString();
  }
}
