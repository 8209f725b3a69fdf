package dev.gatehouse.local.kms;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Is a ciphertext as it leaves KMS: which key it is under goes before what the key sealed. */
@SuppressWarnings("ArrayRecordComponent") // bytes as they go, never compared
record Sealed(String keyId, byte[] content) {

  private static final byte VERSION = 1;

  byte[] blob() {
    byte[] id = keyId.getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(2 + id.length + content.length)
        .put(VERSION)
        .put((byte) id.length)
        .put(id)
        .put(content)
        .array();
  }

  /** Reads what {@link #blob} wrote; throws KMS's InvalidCiphertextException for anything else. */
  static Sealed read(byte[] blob) throws KmsError {
    if (blob.length < 2 || blob[0] != VERSION || blob[1] < 1 || blob.length < 2 + blob[1]) {
      throw KmsError.invalidCiphertext();
    }
    byte[] content = new byte[blob.length - 2 - blob[1]];
    ByteBuffer.wrap(blob, 2 + blob[1], content.length).get(content);
    return new Sealed(new String(blob, 2, blob[1], StandardCharsets.US_ASCII), content);
  }
}
