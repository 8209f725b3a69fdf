package dev.gatehouse.triggers.profilepicture;

import dev.gatehouse.users.pictures.PictureType;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** The files of pictures: PNG if some of it may be transparent, or else JPEG, without metadata. */
final class PictureWriter {
  private static final float QUALITY = 0.85f;

  private PictureWriter() {}

  static PictureType typeOf(BufferedImage image) {
    return image.getColorModel().hasAlpha() ? PictureType.PNG : PictureType.JPEG;
  }

  static byte[] write(BufferedImage image) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByMIMEType(typeOf(image).contentType()).next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), param(writer, typeOf(image)));
    } finally {
      writer.dispose();
    }
    return file.toByteArray();
  }

  private static ImageWriteParam param(ImageWriter writer, PictureType type) {
    ImageWriteParam param = writer.getDefaultWriteParam();
    if (type == PictureType.JPEG) {
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(QUALITY);
    }
    return param;
  }
}
