package dev.gatehouse.local.kms.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The secret of a key, which encrypts with AES-256-GCM, bound to an encryption context. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record KeyMaterial(byte[] secret) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SECRET_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final String CIPHER = "AES/GCM/NoPadding";

  /** Returns new, random key material. */
  static KeyMaterial generate() {
    return new KeyMaterial(random(SECRET_BYTES));
  }

  /** Returns this many random bytes. */
  static byte[] random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return random;
  }

  /** Returns the nonce, followed by the ciphertext. */
  byte[] encrypt(byte[] plaintext, Map<String, String> context) {
    byte[] nonce = random(NONCE_BYTES);
    try {
      byte[] ciphertext = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(plaintext);
      return ByteBuffer.allocate(NONCE_BYTES + ciphertext.length)
          .put(nonce)
          .put(ciphertext)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Returns the plaintext; throws InvalidCiphertextException if it was not encrypted by this
   * material in this context.
   */
  byte[] decrypt(byte[] content, Map<String, String> context) {
    if (content.length < NONCE_BYTES + TAG_BITS / 8) {
      throw KmsErrors.invalidCiphertext();
    }
    ByteBuffer parts = ByteBuffer.wrap(content);
    byte[] nonce = new byte[NONCE_BYTES];
    byte[] ciphertext = new byte[content.length - NONCE_BYTES];
    parts.get(nonce).get(ciphertext);
    try {
      return cipher(Cipher.DECRYPT_MODE, nonce, context).doFinal(ciphertext);
    } catch (AEADBadTagException e) {
      throw KmsErrors.invalidCiphertext();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, Map<String, String> context)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(
        mode, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(TAG_BITS, nonce), RANDOM);
    cipher.updateAAD(authenticatedData(context));
    return cipher;
  }

  /** Sorts the pairs, since their order has no meaning, and prefixes each part with its length. */
  private static byte[] authenticatedData(Map<String, String> context) {
    StringBuilder pairs = new StringBuilder();
    new TreeMap<>(context)
        .forEach(
            (name, value) ->
                pairs
                    .append(name.length())
                    .append(':')
                    .append(name)
                    .append(value.length())
                    .append(':')
                    .append(value));
    return pairs.toString().getBytes(StandardCharsets.UTF_8);
  }
}
