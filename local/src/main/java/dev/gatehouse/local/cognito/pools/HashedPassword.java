package dev.gatehouse.local.cognito.pools;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A salted hash of a password.
 *
 * @param temporaryUntil when a temporary password expires, null for a permanent one
 */
public record HashedPassword(String salt, String hash, @Nullable Instant temporaryUntil) {
  // Enough to protect a state file, few enough to stay fast.
  private static final int ITERATIONS = 10_000;
  private static final int BITS = 256;

  /** Returns a password without expiry. */
  public static HashedPassword permanent(String password) {
    byte[] salt = new byte[16];
    new SecureRandom().nextBytes(salt);
    return new HashedPassword(Base64.getEncoder().encodeToString(salt), hash(password, salt), null);
  }

  /** Returns a password of an administrator, to be changed at the first sign-in. */
  public static HashedPassword temporary(String password, Instant until) {
    HashedPassword permanent = permanent(password);
    return new HashedPassword(permanent.salt(), permanent.hash(), until);
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
