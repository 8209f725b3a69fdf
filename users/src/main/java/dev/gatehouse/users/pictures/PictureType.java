package dev.gatehouse.users.pictures;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The formats of pictures, with the bytes that files of each begin with. */
public enum PictureType {
  /** JPEG. */
  JPEG("image/jpeg"),
  /** PNG. */
  PNG("image/png"),
  /** WebP. */
  WEBP("image/webp");

  private static final byte[] JPEG_START = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
  private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte[] RIFF = "RIFF".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] WEBP_FORM = "WEBP".getBytes(StandardCharsets.US_ASCII);
  private static final int FORM_OFFSET = 8;

  private final String contentType;

  PictureType(String contentType) {
    this.contentType = contentType;
  }

  /** Returns the media type. */
  public String contentType() {
    return contentType;
  }

  /** Returns the format with a media type. */
  public static Optional<PictureType> ofContentType(String contentType) {
    return Arrays.stream(values()).filter(type -> type.contentType.equals(contentType)).findFirst();
  }

  /** Returns the format that a file begins like, whatever it was called. */
  public static Optional<PictureType> ofContent(byte[] file) {
    if (startsWith(file, 0, JPEG_START)) {
      return Optional.of(JPEG);
    }
    if (startsWith(file, 0, PNG_START)) {
      return Optional.of(PNG);
    }
    return startsWith(file, 0, RIFF) && startsWith(file, FORM_OFFSET, WEBP_FORM)
        ? Optional.of(WEBP)
        : Optional.empty();
  }

  private static boolean startsWith(byte[] file, int offset, byte[] start) {
    return file.length >= offset + start.length
        && Arrays.equals(file, offset, offset + start.length, start, 0, start.length);
  }
}
