package dev.gatehouse.integrationtests.pictures;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Files of pictures. */
public final class Photos {
  private static final int APP1 = 0xffe1;
  private static final int GPS = 0x8825;

  private Photos() {}

  /** Returns a black picture in a format. */
  public static byte[] of(String format, int width, int height) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      boolean unused =
          ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  /** Returns a JPEG whose EXIF has a GPS directory: 48 degrees north. */
  static byte[] withPlace(int width, int height) {
    byte[] jpeg = of("jpeg", width, height);
    ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 18 + 30 + 24);
    exif.put("Exif\0\0MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
    exif.putShort((short) 1).putShort((short) GPS).putShort((short) 4).putInt(1).putInt(26);
    exif.putInt(0);
    exif.putShort((short) 2);
    exif.putShort((short) 1)
        .putShort((short) 2)
        .putInt(2)
        .put("N\0\0\0".getBytes(StandardCharsets.US_ASCII));
    exif.putShort((short) 2).putShort((short) 5).putInt(3).putInt(56).putInt(0);
    exif.putInt(48).putInt(1).putInt(51).putInt(1).putInt(30).putInt(1);
    ByteBuffer file = ByteBuffer.allocate(jpeg.length + 4 + exif.capacity());
    file.put(jpeg, 0, 2).putShort((short) APP1).putShort((short) (2 + exif.capacity()));
    return file.put(exif.array()).put(jpeg, 2, jpeg.length - 2).array();
  }

  static BufferedImage read(byte[] file) {
    try {
      return ImageIO.read(new ByteArrayInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
