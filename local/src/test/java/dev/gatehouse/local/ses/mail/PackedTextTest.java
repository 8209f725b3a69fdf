package dev.gatehouse.local.ses.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedTextTest {

  private static final String LONG = "<p>Your code is é 日本 \uD83D\uDE00.</p>\r\n".repeat(500);

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "a half \uD83D of a pair"})
  void shortTextIsTheSame(String text) {
    assertThat(PackedText.of(text).text()).isEqualTo(text);
  }

  @Test
  void longTextIsTheSameAndTakesLess() {
    PackedText packed = PackedText.of(LONG);

    assertThat(packed.text()).isEqualTo(LONG);
    assertThat(packed.kept()).isLessThan(LONG.length() / 10);
  }

  @Test
  void halfOfASurrogatePairStays() {
    String text = LONG + "\uDE00";

    assertThat(PackedText.of(text).text()).isEqualTo(text);
  }

  @Test
  void textThatCannotBeCompressedStays() {
    StringBuilder random = new StringBuilder();
    new Random(1).ints(2_000, 0x4E00, 0x9FA0).forEach(random::appendCodePoint);

    PackedText packed = PackedText.of(random.toString());

    assertThat(packed.text()).isEqualTo(random.toString());
  }

  @Test
  void equalTextsAreEqual() {
    assertThat(PackedText.of(LONG))
        .isEqualTo(PackedText.of(LONG))
        .hasSameHashCodeAs(PackedText.of(LONG))
        .isNotEqualTo(PackedText.of(LONG + "."))
        .isNotEqualTo(PackedText.of("short"));
  }

  @Test
  void jsonOfAMailHasTheTextsThemselves() {
    Gson gson = new Gson();
    Mail mail = Mail.html("a@b.org", "c@d.org", "subject", LONG);
    String json = gson.toJson(mail);

    assertThat(gson.fromJson(json, Stored.class).html).isEqualTo(LONG);
    assertThat(gson.fromJson(json, Mail.class)).isEqualTo(mail);
  }

  /** What the emulator wrote before it packed texts. */
  private record Stored(String html) {}
}
