package dev.gatehouse.triggers.customemailsender;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.triggers.messages.MessageKind;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds one mail that Cognito wants sent.
 *
 * @param user Cognito's own name of the user
 * @param sealed the code as Cognito encrypted it, or null in a notice without one
 * @param language the tag of the language to write in
 */
record Delivery(
    MessageKind kind,
    String pool,
    String user,
    @Nullable String sealed,
    Map<String, String> attributes,
    String language) {

  private static final String EMAIL = "email";

  Delivery {
    attributes = Map.copyOf(attributes);
    if (attributes.getOrDefault(EMAIL, "").isBlank()) {
      throw new MailNotSent(NotSent.ADDRESS_MISSING);
    }
  }

  /** Returns where the mail is to go. */
  String address() {
    return attributes.getOrDefault(EMAIL, "");
  }

  /**
   * Returns what is the same whenever Cognito calls for the same mail again: a hash of the code as
   * it came, which says nothing of the code itself.
   */
  String key() {
    MessageDigest digest = sha256();
    for (String part : new String[] {kind.source(), pool, user, once()}) {
      digest.update(part.getBytes(UTF_8));
      digest.update((byte) 0);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** A notice has no code, but the sign-in that it is about has a number. */
  private String once() {
    return sealed == null ? attributes.getOrDefault("EVENT_ID", "") : sealed;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
