package dev.gatehouse.triggers.profilepicture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Pictures whose left half is blue and whose right half is red. */
final class TestImages {
  /** A marker of the application's data in a JPEG file. */
  private static final int APP1 = 0xffe1;

  private static final int ORIENTATION = 0x0112;
  private static final int MAKE = 0x010f;

  /** A lossy WebP of 2 by 2 pixels. */
  private static final String WEBP =
      "UklGRjgAAABXRUJQVlA4ICwAAACQAQCdASoCAAIAAUAmJaACdLoAA5gA/vl9v/97Bf+7Bf+7Bf7Mf0KNlEnUAA==";

  private TestImages() {}

  static byte[] file(String format, int width, int height, int type) {
    BufferedImage image = new BufferedImage(width, height, type);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.BLUE);
    graphics.fillRect(0, 0, width / 2, height);
    graphics.setColor(Color.RED);
    graphics.fillRect(width / 2, 0, width, height);
    graphics.dispose();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      boolean unused = ImageIO.write(image, format, file);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return file.toByteArray();
  }

  static byte[] jpeg(int width, int height) {
    return file("jpeg", width, height, BufferedImage.TYPE_INT_RGB);
  }

  static byte[] webp() {
    return Base64.getDecoder().decode(WEBP);
  }

  /** Returns a JPEG with what a camera writes into it: how it was held, its maker, and a place. */
  static byte[] photo(int width, int height, int orientation) {
    byte[] jpeg = jpeg(width, height);
    byte[] maker = "SecretCamera GPS 48.8584N 2.2945E\0".getBytes(StandardCharsets.US_ASCII);
    ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 2 * 12 + 4 + maker.length);
    exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    exif.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
    exif.putShort((short) 2);
    exif.putShort((short) MAKE).putShort((short) 2).putInt(maker.length).putInt(38);
    exif.putShort((short) ORIENTATION).putShort((short) 3).putInt(1);
    exif.putShort((short) orientation).putShort((short) 0);
    exif.putInt(0).put(maker);
    ByteBuffer file = ByteBuffer.allocate(jpeg.length + 4 + exif.capacity());
    file.put(jpeg, 0, 2).putShort((short) APP1).putShort((short) (2 + exif.capacity()));
    file.put(exif.array()).put(jpeg, 2, jpeg.length - 2);
    return file.array();
  }

  static BufferedImage read(byte[] file) {
    try {
      return ImageIO.read(new ByteArrayInputStream(file));
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  static boolean isBlue(BufferedImage image, int x, int y) {
    Color color = new Color(image.getRGB(x, y));
    return color.getBlue() > 200 && color.getRed() < 60;
  }
}
