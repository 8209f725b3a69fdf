package dev.gatehouse.triggers.customemailsender;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.messages.MessageKind;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail that Cognito asks for.
 *
 * @param userName Cognito's user name, not the address
 * @param encryptedCode the encrypted code, or null in a notice without a code
 * @param attributes the user's attributes
 * @param language the tag of the mail's language
 */
public record MailRequest(
    MessageKind kind,
    String userPoolId,
    String userName,
    @Nullable String encryptedCode,
    Map<String, String> attributes,
    String language) {

  private static final String EMAIL = "email";

  /**
   * Creates a request.
   *
   * @throws MailNotSent if the user has no address
   */
  public MailRequest {
    attributes = Map.copyOf(attributes);
    if (attributes.getOrDefault(EMAIL, "").isBlank()) {
      throw new MailNotSent(SendFailure.ADDRESS_MISSING);
    }
  }

  /** Returns the address of the recipient. */
  public String address() {
    return attributes.getOrDefault(EMAIL, "");
  }

  /**
   * Returns a key that is equal for repeated requests for the same mail: a hash of the encrypted
   * code, which does not reveal the code.
   */
  public String deduplicationKey() {
    MessageDigest digest = sha256();
    for (String part : new String[] {kind.source(), userPoolId, userName, codeOrEventId()}) {
      digest.update(part.getBytes(UTF_8));
      digest.update((byte) 0);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** A notice has no code, but the id of the sign-in event. */
  private String codeOrEventId() {
    return encryptedCode == null ? attributes.getOrDefault("EVENT_ID", "") : encryptedCode;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
