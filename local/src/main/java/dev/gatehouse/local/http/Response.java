package dev.gatehouse.local.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP response.
 *
 * @param stream the writer of a body that has no end yet, null for {@code body}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Response(
    int status, Map<String, List<String>> headers, byte[] body, @Nullable BodyStream stream) {

  /** No response: the connection is closed. */
  public static final Response NONE = new Response(0, Map.of(), new byte[0]);

  /** The writer of a body, piece by piece. */
  @FunctionalInterface
  public interface BodyStream {

    /** Writes the body; throws {@link IOException} once the client or the emulator is gone. */
    void writeTo(OutputStream out) throws IOException;
  }

  /** Creates a response with a complete body. */
  public Response(int status, Map<String, List<String>> headers, byte[] body) {
    this(status, headers, body, null);
  }

  /** Creates a response whose body is written while it is sent. */
  public static Response streaming(String contentType, BodyStream stream) {
    return new Response(200, Map.of("Content-Type", List.of(contentType)), new byte[0], stream);
  }

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
    return new Response(status, more, body, stream);
  }

  /** Returns the body as UTF-8 text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
