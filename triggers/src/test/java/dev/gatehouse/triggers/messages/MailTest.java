package dev.gatehouse.triggers.messages;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MailTest {
  private static final Inserts CODE = Inserts.of("{####}");

  private static Mail mail(String subject, String html) {
    return new Mail(subject, html, "");
  }

  private static void refused(Mail mail, Inserts inserts) {
    assertThatIllegalArgumentException().isThrownBy(() -> mail.forCognito(inserts));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\u200B", "\u00AD", "\uFEFF", "\u00A0", "\u2028", "\u202E", "\u0000", "\uD83D"})
  void characterThatCognitoRefusesIsRefused(String odd) {
    refused(mail("Hello", "{####}" + odd), CODE);
    refused(mail("a" + odd, "{####}"), CODE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\n\tb", "名字", "नमस्ते", "😀", "a & <b> {username} ^~|$=+"})
  void characterThatCognitoTakesIsTaken(String text) {
    assertThatCode(() -> mail("Hello", "{####}" + text).forCognito(CODE))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "two\nlines", "two\rlines"})
  void subjectIsOneLineOfText(String subject) {
    assertThatIllegalArgumentException().isThrownBy(() -> mail(subject, "Hello"));
  }

  @Test
  void lengthsAreThoseOfCognito() {
    String longest = "{####}" + "b".repeat(19_994);
    assertThatCode(() -> mail("s".repeat(140), longest).forCognito(CODE))
        .doesNotThrowAnyException();
    assertThatIllegalArgumentException().isThrownBy(() -> mail("s".repeat(141), "b"));
    refused(mail("s", longest + "b"), CODE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no code", "{####} {####}"})
  void codeStandsOnce(String html) {
    refused(mail("Hello", html), CODE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{####}", "{####} {username} {username}"})
  void userNameStandsOnceWhereThereIsOne(String html) {
    refused(mail("Hello", html), new Inserts("{####}", "{username}"));
  }
}
