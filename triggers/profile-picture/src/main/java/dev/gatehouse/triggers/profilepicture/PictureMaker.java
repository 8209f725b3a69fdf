package dev.gatehouse.triggers.profilepicture;

import com.twelvemonkeys.image.ResampleOp;
import dev.gatehouse.triggers.profilepicture.PictureResult.Made;
import dev.gatehouse.triggers.profilepicture.PictureResult.Refusal;
import dev.gatehouse.triggers.profilepicture.PictureResult.Refused;
import dev.gatehouse.users.pictures.PictureStore;
import dev.gatehouse.users.pictures.PictureType;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;

/**
 * The maker of pictures: it decodes a file and encodes its pixels anew, upright and no larger than
 * a page shows them. Nothing else of the file is left: no place, no camera, no thumbnail, no data
 * behind the picture.
 */
final class PictureMaker {
  /** The longest side of a picture. */
  static final int SIDE = 1024;

  /** Decoded, a picture of this size has 100 MB. */
  private static final long MAX_PIXELS = 25_000_000;

  private PictureMaker() {}

  /** Returns what becomes of a file. */
  static PictureResult make(byte[] file) {
    if (file.length > PictureStore.MAX_BYTES) {
      return new Refused(Refusal.PICTURE_TOO_LARGE);
    }
    Optional<PictureType> type = PictureType.ofContent(file);
    return type.isEmpty() ? new Refused(Refusal.PICTURE_TYPE_UNSUPPORTED) : made(file, type.get());
  }

  private static PictureResult made(byte[] file, PictureType type) {
    try (PictureReader reader = new PictureReader(file, type)) {
      if (reader.pixels() > MAX_PIXELS) {
        return new Refused(Refusal.PICTURE_DIMENSIONS_TOO_LARGE);
      }
      BufferedImage image = reader.orientation().apply(scaled(reader.read(2 * SIDE)));
      return new Made(PictureWriter.typeOf(image), PictureWriter.write(image));
    } catch (IOException | RuntimeException damaged) {
      // Decoders throw many kinds of exceptions at files that were made for it.
      return new Refused(Refusal.PICTURE_DAMAGED);
    }
  }

  private static BufferedImage scaled(BufferedImage image) {
    int longest = Math.max(image.getWidth(), image.getHeight());
    if (longest <= SIDE) {
      return image;
    }
    return new ResampleOp(
            Math.max(1, image.getWidth() * SIDE / longest),
            Math.max(1, image.getHeight() * SIDE / longest),
            ResampleOp.FILTER_LANCZOS)
        .filter(image, null);
  }
}
