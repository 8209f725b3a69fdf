package dev.gatehouse.triggers.custommessage;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MailTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"\u200B", "\u00AD", "\uFEFF", "\u00A0", "\u2028", "\u202E", "\u0000", "\uD83D"})
  void characterThatCognitoRefusesIsRefused(String odd) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Mail("Hello", "a" + odd));
    assertThatIllegalArgumentException().isThrownBy(() -> new Mail("a" + odd, "Hello"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\n\tb", "名字", "नमस्ते", "😀", "a & <b> {####} ^~|$=+"})
  void characterThatCognitoTakesIsTaken(String text) {
    assertThatCode(() -> new Mail("Hello", text)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "two\nlines", "two\rlines"})
  void subjectIsOneLineOfText(String subject) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Mail(subject, "Hello"));
  }

  @Test
  void lengthsAreThoseOfCognito() {
    assertThatCode(() -> new Mail("s".repeat(140), "b".repeat(20_000))).doesNotThrowAnyException();
    assertThatIllegalArgumentException().isThrownBy(() -> new Mail("s".repeat(141), "b"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Mail("s", "b".repeat(20_001)));
  }
}
