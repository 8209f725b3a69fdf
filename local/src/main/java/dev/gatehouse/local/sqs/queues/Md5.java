package dev.gatehouse.local.sqs.queues;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The MD5 digest of a message body or its attributes, which SDKs compare with their own. */
public final class Md5 {
  private Md5() {}

  /** Returns the digest of this text in UTF-8, in lower-case hexadecimal. */
  public static String of(String text) {
    return of(text.getBytes(UTF_8));
  }

  /** Returns the digest of these bytes, in lower-case hexadecimal. */
  public static String of(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has MD5", e);
    }
  }
}
