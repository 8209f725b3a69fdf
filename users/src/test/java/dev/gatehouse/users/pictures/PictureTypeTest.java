package dev.gatehouse.users.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PictureTypeTest {

  @ParameterizedTest
  @CsvSource({
    "ffd8ffe0, JPEG",
    "89504e470d0a1a0a00, PNG",
    "524946460000000057454250, WEBP",
  })
  void contentTellsTheFormat(String start, PictureType type) {
    assertThat(PictureType.ofContent(HexFormat.of().parseHex(start))).contains(type);
  }

  @ParameterizedTest
  @CsvSource({
    "ffd8",
    "89504e470d0a1a",
    "5249464600000000",
    "524946460000000057415645",
    "474946383961"
  })
  void otherContentHasNone(String start) {
    assertThat(PictureType.ofContent(HexFormat.of().parseHex(start))).isEmpty();
    assertThat(PictureType.ofContent("<svg".getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void uploaderIsTheUserInTheKey() {
    assertThat(PictureKeys.uploader(PictureKeys.upload("jane"))).contains("jane");
    assertThat(PictureKeys.uploader(PictureKeys.picture("jane"))).isEmpty();
    assertThat(PictureKeys.uploader("incoming/jane/a/b")).isEmpty();
  }
}
