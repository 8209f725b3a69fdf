package dev.gatehouse.local.s3.buckets;

import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/**
 * An object of a bucket.
 *
 * @param base64 the content, in Base64
 * @param etag the MD5 of the content in hexadecimal, without the quotes of the header
 * @param headers the headers that a reader gets back: type, caching, metadata, checksum
 */
public record StoredObject(
    String base64, String etag, Map<String, String> headers, Instant lastModified) {

  /** Creates an object with a copy of the headers. */
  public StoredObject {
    headers = Map.copyOf(headers);
  }

  /** Returns an object with this content. */
  public static StoredObject of(byte[] content, Map<String, String> headers, Instant now) {
    return new StoredObject(
        Base64.getEncoder().encodeToString(content), Digests.hex("MD5", content), headers, now);
  }

  /** Returns the content. */
  public byte[] content() {
    return Base64.getDecoder().decode(base64);
  }

  /** Returns the number of bytes. */
  public int size() {
    int padding = base64.endsWith("==") ? 2 : base64.endsWith("=") ? 1 : 0;
    return base64.length() / 4 * 3 - padding;
  }

  /** Returns a copy of this object, with its headers or with others. */
  public StoredObject copy(Map<String, String> newHeaders, Instant now) {
    return new StoredObject(base64, etag, newHeaders, now);
  }
}
