package dev.gatehouse.api;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;

/** Takes the text out of a request that may hold JSON: by its type, its size and its encoding. */
final class BodyText {
  private static final int MAX_OCTETS = 16 * 1024;

  /** The second is what curl sends when nobody says otherwise, whatever the body is. */
  private static final Set<String> TYPES =
      Set.of("", "application/json", "application/x-www-form-urlencoded");

  private BodyText() {}

  /** Returns the body as text, or refuses it. */
  static String of(Request request) {
    if (!TYPES.contains(mediaType(request))) {
      throw RequestRefused.because(Problem.UNSUPPORTED_MEDIA_TYPE);
    }
    byte[] octets = octets(request.payload());
    if (octets.length > MAX_OCTETS) {
      throw RequestRefused.because(Problem.BODY_TOO_LARGE);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
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
