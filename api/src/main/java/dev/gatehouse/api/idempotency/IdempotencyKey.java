package dev.gatehouse.api.idempotency;

import dev.gatehouse.api.http.Problem;
import dev.gatehouse.api.http.Request;
import dev.gatehouse.api.http.RequestRefused;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The {@code Idempotency-Key} of a request (draft-ietf-httpapi-idempotency-key-header), with or
 * without the quotes of a structured field.
 *
 * <p>It is a secret of the client, and the key of both HMACs: nobody who reads the table can try
 * passwords against a fingerprint without it. It is never stored or logged.
 */
final class IdempotencyKey {
  /** The header in lower case. */
  private static final String HEADER = "idempotency-key";

  /** Visible ASCII without quotes and backslashes. A key of less than 16 is easily guessed. */
  private static final Pattern SYNTAX =
      Pattern.compile("(?<quote>\"?)(?<key>[!#-\\[\\]-~]{16,255})\\k<quote>");

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  private IdempotencyKey(String key) {
    this.key = new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), ALGORITHM);
  }

  /**
   * Returns the key of a request, or null if it has none.
   *
   * @throws RequestRefused if it is malformed
   */
  static @Nullable IdempotencyKey of(Request request) {
    @Nullable String header = request.header(HEADER);
    if (header == null) {
      return null;
    }
    Matcher key = SYNTAX.matcher(header.strip());
    if (!key.matches()) {
      throw RequestRefused.because(Problem.IDEMPOTENCY_KEY_INVALID);
    }
    return new IdempotencyKey(key.group("key"));
  }

  /** Returns the key of the row. */
  String id() {
    return hmac("row", List.of());
  }

  /** Returns the fingerprint of the values of a request. */
  String fingerprint(String operation, List<@Nullable String> values) {
    return hmac(operation, values);
  }

  private String hmac(String purpose, List<@Nullable String> values) {
    try {
      Mac hmac = Mac.getInstance(ALGORITHM);
      hmac.init(key);
      update(hmac, purpose);
      values.forEach(value -> update(hmac, value));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac.doFinal());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The length goes first: {@code ab, c} and {@code a, bc} are two requests. */
  private static void update(Mac hmac, @Nullable String value) {
    byte[] octets = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
    hmac.update(ByteBuffer.allocate(4).putInt(value == null ? -1 : octets.length).array());
    hmac.update(octets);
  }

  /** Returns a text without the key. */
  @Override
  public String toString() {
    return "IdempotencyKey";
  }
}
