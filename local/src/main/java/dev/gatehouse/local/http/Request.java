package dev.gatehouse.local.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP request.
 *
 * @param path the path as sent, percent-encoded
 * @param query the decoded query parameters, every value of each, in the order sent
 * @param headers every value of each header, names as the client wrote them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Request(
    String method,
    String path,
    Map<String, List<String>> query,
    Map<String, List<String>> headers,
    String sourceIp,
    byte[] body) {

  /** Returns the last value of the header of this name, whatever its case. */
  public Optional<String> header(String name) {
    // No stream, since every request is asked for a dozen headers.
    for (Map.Entry<String, List<String>> header : headers.entrySet()) {
      if (header.getKey().equalsIgnoreCase(name)) {
        return Optional.of(header.getValue().getLast());
      }
    }
    return Optional.empty();
  }

  /** Returns the first value of the query parameter of this name. */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name)).map(List::getFirst);
  }

  /** Returns the body as UTF-8 text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
