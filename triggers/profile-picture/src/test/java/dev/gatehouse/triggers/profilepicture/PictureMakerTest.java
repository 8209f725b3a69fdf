package dev.gatehouse.triggers.profilepicture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.triggers.profilepicture.PictureResult.Made;
import dev.gatehouse.triggers.profilepicture.PictureResult.Refusal;
import dev.gatehouse.triggers.profilepicture.PictureResult.Refused;
import dev.gatehouse.users.pictures.PictureType;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PictureMakerTest {

  @Test
  void nothingButThePixelsOfAPhotoIsLeft() {
    byte[] photo = TestImages.photo(40, 20, 1);
    byte[] more = Arrays.copyOf(photo, photo.length + 100);
    System.arraycopy("hidden".getBytes(StandardCharsets.US_ASCII), 0, more, photo.length, 6);

    Made made = made(more);

    assertThat(text(photo)).contains("SecretCamera", "GPS");
    assertThat(text(made.file())).doesNotContain("SecretCamera", "GPS", "Exif", "hidden");
    assertThat(made.type()).isEqualTo(PictureType.JPEG);
  }

  /** The left half of the file is blue: see the table of EXIF's orientations. */
  @ParameterizedTest
  @CsvSource({
    "1, 40, 20, 2, 10, true",
    "2, 40, 20, 2, 10, false",
    "3, 40, 20, 2, 10, false",
    "4, 40, 20, 2, 10, true",
    "5, 20, 40, 10, 2, true",
    "6, 20, 40, 10, 2, true",
    "7, 20, 40, 10, 2, false",
    "8, 20, 40, 10, 2, false",
  })
  void photoIsTurnedUpright(int orientation, int width, int height, int x, int y, boolean blue) {
    BufferedImage image = TestImages.read(made(TestImages.photo(40, 20, orientation)).file());

    assertThat(image.getWidth()).isEqualTo(width);
    assertThat(image.getHeight()).isEqualTo(height);
    assertThat(TestImages.isBlue(image, x, y)).isEqualTo(blue);
  }

  @Test
  void largePictureIsMadeSmaller() {
    BufferedImage image = TestImages.read(made(TestImages.jpeg(5000, 2500)).file());

    assertThat(image.getWidth()).isEqualTo(PictureMaker.SIDE);
    assertThat(image.getHeight()).isEqualTo(PictureMaker.SIDE / 2);
    assertThat(TestImages.isBlue(image, 100, 100)).isTrue();
  }

  @Test
  void transparencyIsKept() {
    Made made = made(TestImages.file("png", 30, 30, BufferedImage.TYPE_INT_ARGB));

    assertThat(made.type()).isEqualTo(PictureType.PNG);
    assertThat(TestImages.read(made.file()).getColorModel().hasAlpha()).isTrue();
  }

  @Test
  void opaquePngBecomesJpeg() {
    assertThat(made(TestImages.file("png", 30, 30, BufferedImage.TYPE_INT_RGB)).type())
        .isEqualTo(PictureType.JPEG);
  }

  @Test
  void webpIsRead() {
    assertThat(TestImages.read(made(TestImages.webp()).file()).getWidth()).isEqualTo(2);
  }

  @Test
  void otherFilesAreNoPictures() {
    assertThat(PictureMaker.make("<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(new Refused(Refusal.PICTURE_TYPE_UNSUPPORTED));
    assertThat(PictureMaker.make(TestImages.file("gif", 9, 9, BufferedImage.TYPE_INT_RGB)))
        .isEqualTo(new Refused(Refusal.PICTURE_TYPE_UNSUPPORTED));
    assertThat(PictureMaker.make(new byte[0]))
        .isEqualTo(new Refused(Refusal.PICTURE_TYPE_UNSUPPORTED));
  }

  @Test
  void fileThatOnlyBeginsLikeAPictureIsDamaged() {
    byte[] jpeg = TestImages.jpeg(40, 20);

    assertThat(PictureMaker.make(Arrays.copyOf(jpeg, 30)))
        .isEqualTo(new Refused(Refusal.PICTURE_DAMAGED));
    assertThat(PictureMaker.make(Arrays.copyOf(TestImages.webp(), 20)))
        .isEqualTo(new Refused(Refusal.PICTURE_DAMAGED));
  }

  @Test
  void smallFileWithHugePictureIsRefusedBeforeItIsDecoded() {
    byte[] bomb = TestImages.file("png", 5001, 5000, BufferedImage.TYPE_BYTE_BINARY);

    assertThat(bomb).hasSizeLessThan(100_000);
    assertThat(PictureMaker.make(bomb))
        .isEqualTo(new Refused(Refusal.PICTURE_DIMENSIONS_TOO_LARGE));
  }

  @Test
  void fileOfTooManyBytesIsRefused() {
    assertThat(PictureMaker.make(Arrays.copyOf(TestImages.jpeg(40, 20), 2 * 1024 * 1024 + 1)))
        .isEqualTo(new Refused(Refusal.PICTURE_TOO_LARGE));
  }

  private static Made made(byte[] file) {
    PictureResult result = PictureMaker.make(file);
    assertThat(result).isInstanceOf(Made.class);
    return (Made) result;
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.ISO_8859_1);
  }
}
