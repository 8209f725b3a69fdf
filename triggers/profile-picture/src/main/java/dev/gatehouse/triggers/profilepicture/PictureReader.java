package dev.gatehouse.triggers.profilepicture;

import dev.gatehouse.users.pictures.PictureType;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import javax.imageio.stream.ImageInputStream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A file in one of the formats, of which the first image is read. */
final class PictureReader implements AutoCloseable {
  private final ImageInputStream input;
  private final ImageReader reader;

  PictureReader(byte[] file, PictureType type) throws IOException {
    ImageIO.setUseCache(false);
    this.reader = ImageIO.getImageReadersByMIMEType(type.contentType()).next();
    this.input = ImageIO.createImageInputStream(new ByteArrayInputStream(file));
    reader.setInput(input);
  }

  /** Returns the number of pixels, which the beginning of the file says. */
  long pixels() throws IOException {
    return (long) reader.getWidth(0) * reader.getHeight(0);
  }

  /** Returns how the picture must be turned. */
  Orientation orientation() throws IOException {
    IIOMetadata metadata = reader.getImageMetadata(0);
    Element root = (Element) metadata.getAsTree(IIOMetadataFormatImpl.standardMetadataFormatName);
    NodeList orientations = root.getElementsByTagName("ImageOrientation");
    return orientations.getLength() == 0
        ? Orientation.NORMAL
        : Orientation.of(((Element) orientations.item(0)).getAttribute("value"));
  }

  /** Returns the pixels; of a longer side than this, only every second, third, and so on. */
  BufferedImage read(int side) throws IOException {
    int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / side);
    ImageReadParam param = reader.getDefaultReadParam();
    param.setSourceSubsampling(step, step, 0, 0);
    return reader.read(0, param);
  }

  @Override
  public void close() throws IOException {
    reader.dispose();
    input.close();
  }
}
