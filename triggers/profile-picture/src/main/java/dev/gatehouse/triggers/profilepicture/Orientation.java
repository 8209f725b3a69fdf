package dev.gatehouse.triggers.profilepicture;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/**
 * How a picture must be turned to be upright, by the names of javax.imageio's standard metadata as
 * TwelveMonkeys uses them: a rotation counter-clockwise, then a flip. The JDK's own reader of TIFF
 * names the two combinations the other way round.
 *
 * @param rotations rotations by 90 degrees
 */
record Orientation(boolean flippedHorizontally, boolean flippedVertically, int rotations) {
  static final Orientation NORMAL = new Orientation(false, false, 0);

  /** Returns the orientation with a name, such as {@code FlipHRotate90}. */
  static Orientation of(String name) {
    int rotations =
        name.endsWith("90") ? 1 : name.endsWith("180") ? 2 : name.endsWith("270") ? 3 : 0;
    return new Orientation(name.startsWith("FlipH"), name.startsWith("FlipV"), rotations);
  }

  /** Returns the picture in the colors of the web, sRGB, and upright. */
  BufferedImage apply(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    boolean lies = rotations % 2 == 1;
    BufferedImage upright =
        new BufferedImage(
            lies ? height : width,
            lies ? width : height,
            image.getColorModel().hasAlpha()
                ? BufferedImage.TYPE_INT_ARGB
                : BufferedImage.TYPE_INT_RGB);
    AffineTransform transform = flip(upright.getWidth(), upright.getHeight());
    transform.concatenate(rotation(width, height));
    Graphics2D graphics = upright.createGraphics();
    graphics.drawImage(image, transform, null);
    graphics.dispose();
    return upright;
  }

  private AffineTransform rotation(int width, int height) {
    return switch (rotations) {
      case 1 -> new AffineTransform(0, -1, 1, 0, 0, width);
      case 2 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 3 -> new AffineTransform(0, 1, -1, 0, height, 0);
      default -> new AffineTransform();
    };
  }

  private AffineTransform flip(int width, int height) {
    if (flippedHorizontally) {
      return new AffineTransform(-1, 0, 0, 1, width, 0);
    }
    return flippedVertically ? new AffineTransform(1, 0, 0, -1, 0, height) : new AffineTransform();
  }
}
