package dev.gatehouse.local.s3.buckets;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Message digests of the JDK. */
public final class Digests {

  private Digests() {}

  /** Returns the digest of bytes by an algorithm that every JDK has. */
  public static byte[] of(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Returns the digest in lower-case hexadecimal. */
  public static String hex(String algorithm, byte[] bytes) {
    return HexFormat.of().formatHex(of(algorithm, bytes));
  }
}
