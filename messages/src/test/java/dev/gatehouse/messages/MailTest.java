package dev.gatehouse.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MailTest {
  private static final Placeholders CODE = Placeholders.of("{####}");

  private static Mail mail(String subject, String html) {
    return new Mail(subject, html, "");
  }

  private static void assertRefused(Mail mail, Placeholders placeholders) {
    assertThatIllegalArgumentException().isThrownBy(() -> mail.forCognito(placeholders));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\u200B", "\u00AD", "\uFEFF", "\u00A0", "\u2028", "\u202E", "\u0000", "\uD83D"})
  void characterOutsideCognitosPatternIsRefused(String character) {
    assertRefused(mail("Hello", "{####}" + character), CODE);
    assertRefused(mail("a" + character, "{####}"), CODE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\n\tb", "名字", "नमस्ते", "😀", "a & <b> {username} ^~|$=+"})
  void characterInCognitosPatternIsAccepted(String text) {
    assertThatCode(() -> mail("Hello", "{####}" + text).forCognito(CODE))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "two\nlines", "two\rlines"})
  void subjectIsOneLine(String subject) {
    assertThatIllegalArgumentException().isThrownBy(() -> mail(subject, "Hello"));
  }

  @Test
  void subjectHasAtMost140CharactersAndBody20000() {
    String longest = "{####}" + "b".repeat(19_994);
    assertThatCode(() -> mail("s".repeat(140), longest).forCognito(CODE))
        .doesNotThrowAnyException();
    assertThatIllegalArgumentException().isThrownBy(() -> mail("s".repeat(141), "b"));
    assertRefused(mail("s", longest + "b"), CODE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no code", "{####} {####}"})
  void codeAppearsExactlyOnce(String html) {
    assertRefused(mail("Hello", html), CODE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{####}", "{####} {username} {username}"})
  void userNameOfAnInvitationAppearsExactlyOnce(String html) {
    assertRefused(mail("Hello", html), new Placeholders("{####}", "{username}"));
  }

  @Test
  void codeMayBeInALinkAsWell() {
    assertThatCode(() -> mail("Hello", "{####} <a href=\"x?code={####}\">").forCognito(CODE))
        .doesNotThrowAnyException();
    assertRefused(mail("Hello", "<a href=\"x?code={####}\">"), CODE);
  }

  @Test
  void codeComesFirstInASubjectThatHasIt() {
    assertThat(mail("Your code", "").withCodeInSubject("402913").subject())
        .isEqualTo("402913 \u2013 Your code");
  }
}
