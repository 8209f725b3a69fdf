package dev.gatehouse.api.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;

/** The text of a request body, after checks of its media type, size and encoding. */
final class BodyText {
  /** What some programs write before UTF-8; a parser may ignore it (RFC 8259, section 8.1). */
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private static final int MAX_OCTETS = 16 * 1024;

  /** The accepted media types; curl sends the last one by default. */
  private static final Set<String> TYPES =
      Set.of("", "application/json", "application/x-www-form-urlencoded");

  private BodyText() {}

  /**
   * Returns the body as text.
   *
   * @throws RequestRefused if it may not be JSON, is too large or is not UTF-8
   */
  public static String of(Request request) {
    if (!TYPES.contains(mediaType(request))) {
      throw RequestRefused.because(Problem.UNSUPPORTED_MEDIA_TYPE);
    }
    byte[] octets = octets(request.payload());
    if (octets.length > MAX_OCTETS) {
      throw RequestRefused.because(Problem.BODY_TOO_LARGE);
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw RequestRefused.because(Problem.INVALID_JSON, "The body is not UTF-8");
    }
  }

  private static String mediaType(Request request) {
    String type = request.header("content-type");
    return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static byte[] octets(Request.Payload payload) {
    if (!payload.base64()) {
      return payload.text().getBytes(StandardCharsets.UTF_8);
    }
    try {
      return Base64.getDecoder().decode(payload.text());
    } catch (IllegalArgumentException e) {
      throw RequestRefused.because(
          Problem.INVALID_JSON, "The body is not the Base64 it is said to be");
    }
  }
}
