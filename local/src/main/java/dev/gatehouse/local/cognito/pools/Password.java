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
 * Is a password that nobody can read back.
 *
 * @param temporaryUntil when a temporary password stops working, null for one that does not
 */
public record Password(String salt, String hash, @Nullable Instant temporaryUntil) {
  // Enough to keep a kept state unreadable, few enough not to be felt.
  private static final int ROUNDS = 10_000;
  private static final int BITS = 256;

  /** Returns a password that holds until it is changed. */
  public static Password permanent(String password) {
    byte[] salt = new byte[16];
    new SecureRandom().nextBytes(salt);
    return new Password(Base64.getEncoder().encodeToString(salt), hash(password, salt), null);
  }

  /** Returns a password that an administrator gave, to be changed at the first sign-in. */
  public static Password temporary(String password, Instant until) {
    Password permanent = permanent(password);
    return new Password(permanent.salt(), permanent.hash(), until);
  }

  /** Tells whether this is the password. */
  public boolean matches(String password) {
    String candidate = hash(password, Base64.getDecoder().decode(salt));
    return MessageDigest.isEqual(candidate.getBytes(US_ASCII), hash.getBytes(US_ASCII));
  }

  /** Tells whether this was a temporary password and its days are over. */
  public boolean isExpired(Instant now) {
    return temporaryUntil != null && !now.isBefore(temporaryUntil);
  }

  private static String hash(String password, byte[] salt) {
    PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, ROUNDS, BITS);
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
