package dev.gatehouse.local.ses.mail;

import com.google.gson.TypeAdapter;
import com.google.gson.annotations.JsonAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** A text that is kept compressed, unless it is short. Its JSON is that of the text. */
@JsonAdapter(PackedText.Adapter.class)
public final class PackedText {

  /** The number of characters below which compression gains little. */
  private static final int SHORT = 512;

  /** The text itself, null if it is compressed. */
  private final @Nullable String plain;

  private final byte[] packed;

  /** The number of bytes before the compression. */
  private final int size;

  private PackedText(@Nullable String plain, byte[] packed, int size) {
    this.plain = plain;
    this.packed = packed;
    this.size = size;
  }

  /** Packs a text. */
  public static PackedText of(String text) {
    // Half of a surrogate pair has no bytes in UTF-8.
    if (text.length() < SHORT || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      return new PackedText(text, new byte[0], 0);
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] packed = deflate(bytes);
    return packed.length < bytes.length
        ? new PackedText(null, packed, bytes.length)
        : new PackedText(text, new byte[0], 0);
  }

  /** Returns the compressed bytes, or as many as were given if that makes them no fewer. */
  private static byte[] deflate(byte[] bytes) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      deflater.setInput(bytes);
      deflater.finish();
      byte[] packed = new byte[bytes.length];
      return Arrays.copyOf(packed, deflater.deflate(packed));
    } finally {
      deflater.end();
    }
  }

  /** Returns the text. */
  public String text() {
    return plain == null ? new String(inflated(), StandardCharsets.UTF_8) : plain;
  }

  private byte[] inflated() {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(packed);
      byte[] bytes = new byte[size];
      int length = inflater.inflate(bytes);
      if (length != size) {
        throw new IllegalStateException("Only " + length + " of " + size + " bytes");
      }
      return bytes;
    } catch (DataFormatException e) {
      throw new IllegalStateException(e);
    } finally {
      inflater.end();
    }
  }

  /** Returns the number of characters or bytes that are kept. */
  int kept() {
    return plain == null ? packed.length : plain.length();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PackedText that
        && Objects.equals(plain, that.plain)
        && Arrays.equals(packed, that.packed);
  }

  @Override
  public int hashCode() {
    return plain == null ? Arrays.hashCode(packed) : plain.hashCode();
  }

  /** The text in JSON. */
  static final class Adapter extends TypeAdapter<PackedText> {
    @Override
    public void write(JsonWriter out, PackedText text) throws IOException {
      out.value(text.text());
    }

    @Override
    public PackedText read(JsonReader in) throws IOException {
      return of(in.nextString());
    }
  }
}
