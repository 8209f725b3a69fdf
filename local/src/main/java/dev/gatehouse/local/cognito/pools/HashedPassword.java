package dev.gatehouse.local.cognito.pools;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.gatehouse.local.cognito.srp.SrpVerifier;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A salted hash of a password, and its SRP verifier.
 *
 * @param temporaryUntil when a temporary password expires, null for a permanent one
 */
public record HashedPassword(
    String salt, String hash, @Nullable Instant temporaryUntil, SrpVerifier verifier) {
  /**
   * As few as an emulator may have, whose passwords are those of tests: each costs processor time
   * at every sign-up and sign-in.
   */
  private static final int ITERATIONS = 100;

  private static final int BITS = 256;

  /** Returns a password without expiry. */
  static HashedPassword of(SrpVerifier.Identity identity, String password) {
    byte[] salt = new byte[16];
    new SecureRandom().nextBytes(salt);
    return new HashedPassword(
        Base64.getEncoder().encodeToString(salt),
        hash(password, salt),
        null,
        SrpVerifier.of(identity, password));
  }

  /** Returns the password as an administrator's, to be changed at the first sign-in. */
  public HashedPassword temporary(Instant until) {
    return new HashedPassword(salt, hash, until, verifier);
  }

  /** Compares as {@link #matches}, for a user who does not exist; never matches. */
  public static boolean matchNobody(String password) {
    return Nobody.PASSWORD.matches(password) && Nobody.PASSWORD.hash().isEmpty();
  }

  /** A password of nobody, made at its first use. */
  private static final class Nobody {
    static final HashedPassword PASSWORD =
        of(new SrpVerifier.Identity("", ""), UUID.randomUUID().toString());
  }

  /** Returns whether this is the password. */
  public boolean matches(String password) {
    String candidate = hash(password, Base64.getDecoder().decode(salt));
    return MessageDigest.isEqual(candidate.getBytes(US_ASCII), hash.getBytes(US_ASCII));
  }

  /** Returns whether this is a temporary password that has expired. */
  public boolean isExpired(Instant now) {
    return temporaryUntil != null && !now.isBefore(temporaryUntil);
  }

  private static String hash(String password, byte[] salt) {
    PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, BITS);
    try {
      SecretKeyFactory factory = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
      return Base64.getEncoder().encodeToString(factory.generateSecret(spec).getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has PBKDF2WithHmacSHA256", e);
    } finally {
      spec.clearPassword();
    }
  }
}
