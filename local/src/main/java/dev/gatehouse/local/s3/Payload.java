package dev.gatehouse.local.s3;

import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.s3.buckets.Digests;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * The content of an upload, without the chunks in which SDKs wrap it.
 *
 * @param checksums the checksums that were sent and are right, by header
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Payload(byte[] content, Map<String, String> checksums) {
  private static final String CHECKSUM = "x-amz-checksum-";

  /** Returns the content of a request; throws {@link S3Exception} if it is damaged. */
  static Payload of(Request request) {
    Map<String, String> checksums = new HashMap<>();
    request
        .headers()
        .forEach((name, values) -> add(checksums, name.toLowerCase(Locale.ROOT), values.getLast()));
    String hash = request.header("x-amz-content-sha256").orElse("");
    byte[] content =
        hash.startsWith("STREAMING-") ? unchunked(request.body(), checksums) : request.body();
    if (hash.matches("[0-9a-f]{64}") && !hash.equals(Digests.hex("SHA-256", content))) {
      throw new S3Exception(
          400,
          "XAmzContentSHA256Mismatch",
          "The provided 'x-amz-content-sha256' header does not match what was computed.");
    }
    Optional<String> md5 = request.header("Content-MD5");
    if (md5.isPresent() && !md5.get().equals(base64(Digests.of("MD5", content)))) {
      throw new S3Exception(
          400, "BadDigest", "The Content-MD5 you specified did not match what we received.");
    }
    checksums.forEach((name, value) -> check(name, value, content));
    return new Payload(content, Map.copyOf(checksums));
  }

  private static void add(Map<String, String> checksums, String name, String value) {
    if (name.startsWith(CHECKSUM)
        && !name.equals(CHECKSUM + "algorithm")
        && !name.equals(CHECKSUM + "mode")) {
      checksums.put(name, value);
    }
  }

  /** Reads chunks, each behind its length, and the checksums after the last one. */
  private static byte[] unchunked(byte[] body, Map<String, String> checksums) {
    ByteArrayOutputStream content = new ByteArrayOutputStream(body.length);
    int position = 0;
    try {
      while (true) {
        int end = endOfLine(body, position);
        int size = Integer.parseInt(line(body, position, end).split(";", 2)[0], 16);
        position = end + 2;
        if (size == 0) {
          break;
        }
        content.write(body, position, size);
        position += size + 2;
      }
      while (position < body.length) {
        int end = endOfLine(body, position);
        String[] trailer = line(body, position, end).split(":", 2);
        if (trailer.length == 2) {
          add(checksums, trailer[0].toLowerCase(Locale.ROOT), trailer[1].strip());
        }
        position = end + 2;
      }
    } catch (NumberFormatException | IndexOutOfBoundsException malformed) {
      throw new S3Exception(400, "IncompleteBody", "The request body terminated unexpectedly");
    }
    return content.toByteArray();
  }

  private static int endOfLine(byte[] body, int from) {
    int end = from;
    while (body[end] != '\r') {
      end++;
    }
    return end;
  }

  private static String line(byte[] body, int from, int end) {
    return new String(body, from, end - from, StandardCharsets.US_ASCII);
  }

  private static void check(String name, String value, byte[] content) {
    String actual =
        switch (name.substring(CHECKSUM.length())) {
          case "crc32" -> crc(new CRC32(), content);
          case "crc32c" -> crc(new CRC32C(), content);
          case "sha1" -> base64(Digests.of("SHA-1", content));
          case "sha256" -> base64(Digests.of("SHA-256", content));
          // The JDK has no CRC64NVME.
          default -> value;
        };
    if (!actual.equals(value)) {
      throw new S3Exception(
          400,
          "BadDigest",
          "The %s you specified did not match the calculated checksum."
              .formatted(name.substring(CHECKSUM.length()).toUpperCase(Locale.ROOT)));
    }
  }

  private static String crc(Checksum checksum, byte[] content) {
    checksum.update(content);
    return base64(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
