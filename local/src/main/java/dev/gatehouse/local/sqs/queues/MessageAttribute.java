package dev.gatehouse.local.sqs.queues;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * An attribute that the sender of a message sets.
 *
 * @param dataType String, Number or Binary, with or without a label after a dot
 * @param value the text, or the bytes in Base64
 */
public record MessageAttribute(String dataType, String value) {

  private static final byte TEXT = 1;
  private static final byte BYTES = 2;

  /** Returns whether the value is Base64. */
  public boolean isBinary() {
    return dataType.startsWith("Binary");
  }

  /**
   * Returns the MD5 digest of attributes, which SDKs compare with their own: for each in the order
   * of the names, its name, type, kind and value, each with its length before it.
   */
  public static String md5(Map<String, MessageAttribute> attributes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (var entry : new TreeMap<>(attributes).entrySet()) {
        write(out, entry.getKey().getBytes(UTF_8));
        write(out, entry.getValue().dataType().getBytes(UTF_8));
        out.writeByte(entry.getValue().isBinary() ? BYTES : TEXT);
        write(out, entry.getValue().bytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Md5.of(bytes.toByteArray());
  }

  private byte[] bytes() {
    return isBinary() ? Base64.getDecoder().decode(value) : value.getBytes(UTF_8);
  }

  private static void write(DataOutputStream out, byte[] part) throws IOException {
    out.writeInt(part.length);
    out.write(part);
  }
}
