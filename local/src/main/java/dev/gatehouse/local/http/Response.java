package dev.gatehouse.local.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An HTTP response. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Response(int status, Map<String, List<String>> headers, byte[] body) {

  /** Creates a response with this text as its body, in UTF-8. */
  public static Response of(int status, String contentType, String body) {
    return new Response(
        status,
        Map.of("Content-Type", List.of(contentType)),
        body.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the same response with one more header. */
  public Response with(String header, String value) {
    Map<String, List<String>> more = new LinkedHashMap<>(headers);
    more.put(header, List.of(value));
    return new Response(status, more, body);
  }

  /** Returns the body as UTF-8 text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
