package dev.gatehouse.local.kms.keys;

import dev.gatehouse.local.state.StateStore;
import java.util.Map;

/** Encryption and decryption under KMS keys. */
public final class KmsCipher {

  private final KmsKeys keys;
  private final KeyMaterialStore materials;

  /**
   * Creates a cipher with the stored or new material of these keys.
   *
   * @param state what is stored between two starts
   */
  public KmsCipher(KmsKeys keys, StateStore state) {
    this.keys = keys;
    this.materials = new KeyMaterialStore(keys, state);
  }

  /** Adds a key that a client creates, with new material, and stores both. */
  public void add(KmsKey key) {
    materials.generate(key);
  }

  /** Returns this many random bytes, the plaintext of a data key. */
  public static byte[] random(int bytes) {
    return KeyMaterial.random(bytes);
  }

  /** Returns the CiphertextBlob of this plaintext. */
  public byte[] encrypt(KmsKey key, byte[] plaintext, Map<String, String> context) {
    return new Ciphertext(key.id(), materials.of(key).encrypt(plaintext, context)).blob();
  }

  /** Returns the key that encrypted; throws InvalidCiphertextException if it is unknown. */
  public KmsKey keyOf(Ciphertext ciphertext) {
    return keys.byId(ciphertext.keyId()).orElseThrow(KmsErrors::invalidCiphertext);
  }

  /**
   * Returns the plaintext; throws DisabledException for a disabled key and
   * InvalidCiphertextException for an altered ciphertext or another context.
   */
  public byte[] decrypt(Ciphertext ciphertext, Map<String, String> context) {
    KmsKey key = KmsKeys.requireEnabled(keyOf(ciphertext));
    return materials.of(key).decrypt(ciphertext.content(), context);
  }
}
