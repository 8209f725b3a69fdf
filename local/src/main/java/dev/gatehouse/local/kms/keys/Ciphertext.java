package dev.gatehouse.local.kms.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A CiphertextBlob: the id of the KMS key, and what its key material encrypted.
 *
 * @param content nonce and ciphertext
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Ciphertext(String keyId, byte[] content) {

  private static final byte VERSION = 1;

  /** Returns the bytes that clients store. */
  byte[] blob() {
    byte[] id = keyId.getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(2 + id.length + content.length)
        .put(VERSION)
        .put((byte) id.length)
        .put(id)
        .put(content)
        .array();
  }

  /** Parses what {@link #blob} returned; throws InvalidCiphertextException for other bytes. */
  public static Ciphertext parse(byte[] blob) {
    if (blob.length < 2 || blob[0] != VERSION || blob[1] < 1 || blob.length < 2 + blob[1]) {
      throw KmsErrors.invalidCiphertext();
    }
    byte[] content = new byte[blob.length - 2 - blob[1]];
    ByteBuffer.wrap(blob, 2 + blob[1], content.length).get(content);
    return new Ciphertext(new String(blob, 2, blob[1], StandardCharsets.US_ASCII), content);
  }
}
