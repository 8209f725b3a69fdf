package dev.gatehouse.dynamodb.value;

import java.util.Arrays;
import java.util.Base64;

/** Bytes with equality and order. */
public final class Binary implements Comparable<Binary> {

  private final byte[] bytes;

  private Binary(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Returns these bytes, which must not change any more. */
  public static Binary of(byte[] bytes) {
    return new Binary(bytes);
  }

  /** Returns the bytes themselves, which must not be changed. */
  public byte[] bytes() {
    return bytes;
  }

  public int length() {
    return bytes.length;
  }

  public String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public int compareTo(Binary other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Binary that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return base64();
  }
}
