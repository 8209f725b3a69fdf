package dev.gatehouse.pulumi.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A hash of an API, which changes if a new deployment is necessary. */
final class DeploymentFingerprint {
  private DeploymentFingerprint() {}

  /** Returns the SHA-256 of these parts in this order. */
  static String of(List<String> parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        // The length before each part keeps ("ab", "c") and ("a", "bc") apart.
        digest.update((part.length() + ":" + part).getBytes(UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
