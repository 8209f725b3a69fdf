package dev.gatehouse.local.kms;

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

/** Is the secret of a key: seals and opens with AES-256-GCM, bound to an encryption context. */
@SuppressWarnings("ArrayRecordComponent") // a secret, never compared
record Material(byte[] secret) {

  static final SecureRandom RANDOM = new SecureRandom();
  private static final int SECRET = 32;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final String CIPHER = "AES/GCM/NoPadding";

  static Material fresh() {
    return new Material(random(SECRET));
  }

  static byte[] random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return random;
  }

  /** Returns nonce and ciphertext in one. */
  byte[] seal(byte[] plain, Map<String, String> context) {
    byte[] nonce = random(NONCE);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(plain);
      return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns what was sealed in this context; throws KMS's InvalidCiphertextException if not. */
  byte[] open(byte[] sealed, Map<String, String> context) throws KmsError {
    if (sealed.length < NONCE + TAG_BITS / 8) {
      throw KmsError.invalidCiphertext();
    }
    ByteBuffer parts = ByteBuffer.wrap(sealed);
    byte[] nonce = new byte[NONCE];
    byte[] rest = new byte[sealed.length - NONCE];
    parts.get(nonce).get(rest);
    try {
      return cipher(Cipher.DECRYPT_MODE, nonce, context).doFinal(rest);
    } catch (AEADBadTagException e) {
      throw KmsError.invalidCiphertext();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, Map<String, String> context)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(
        mode, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(TAG_BITS, nonce), RANDOM);
    cipher.updateAAD(bound(context));
    return cipher;
  }

  /** The order of the pairs does not matter, where one ends does: lengths stand before them. */
  private static byte[] bound(Map<String, String> context) {
    StringBuilder pairs = new StringBuilder();
    new TreeMap<>(context)
        .forEach((name, value) ->
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
