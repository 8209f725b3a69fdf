package dev.gatehouse.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.messages.copy.InvalidMailCopy;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class LanguageTest {
  private static final Brand BRAND = Brand.of(Map.of("PRODUCT_NAME", "Gatehouse"));

  /** Returns English with one file changed, or missing if the change returns null. */
  private static Language english(String file, UnaryOperator<@Nullable String> change) {
    return Language.read("en", new EditedFolders("en/" + file, change), BRAND);
  }

  private static void assertInvalid(
      String file, UnaryOperator<@Nullable String> change, String message) {
    assertThatExceptionOfType(InvalidMailCopy.class)
        .isThrownBy(() -> english(file, change))
        .withMessage(message);
  }

  @ParameterizedTest
  @EnumSource
  void errorNamesAMissingFile(MessageKind kind) {
    assertInvalid(kind.fileName(), text -> null, "en/" + kind.fileName() + ": is missing");
  }

  @Test
  void errorNamesAMissingFileOfEveryMail() {
    assertInvalid("every-mail.properties", text -> null, "en/every-mail.properties: is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "subject",
    "preheader",
    "heading",
    "request",
    "button",
    "label",
    "lifetime",
    "caution"
  })
  void errorNamesTheFileAndAMissingKey(String key) {
    assertInvalid(
        "sign-up.properties",
        text -> text.replaceAll("(?m)^" + key + ":.*$\\n(  .*\\n)?", ""),
        "en/sign-up.properties:1: " + key + " is missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "subject:   Your code | subject lacks {product}",
        "request: Enter it. | request lacks {product}",
        "subject: {product} {name} | subject has a brace that is not part of its placeholder",
        "heading: Hello {####} | heading has a brace that is not part of its placeholder",
        "heading: Hello\\u200B | heading has a character that Cognito refuses",
        "heading: | heading is missing",
        "headline: Hello | headline is not a key",
      })
  void errorNamesTheFileAndAMalformedText(String line, String error) {
    String key = line.substring(0, line.indexOf(':'));
    assertInvalid(
        "sign-up.properties",
        text -> line + "\n" + text.replaceAll("(?m)^" + key + ":.*$", ""),
        "en/sign-up.properties:1: " + error);
  }

  @Test
  void errorNamesADuplicateKey() {
    assertInvalid(
        "sign-up.properties",
        text -> text + "\nheading: Another",
        "en/sign-up.properties:12: duplicate key heading");
  }

  @Test
  void textHasAtMost400Characters() {
    assertInvalid(
        "sign-up.properties",
        text -> text.replace("Confirm your email address", "a".repeat(401)),
        "en/sign-up.properties:4: heading is longer than 400 characters");
  }

  @Test
  void allMistakesAreNamedAtOnce() {
    assertInvalid(
        "sign-up.properties",
        text -> text.replace("{product} verification", "").replaceAll("label:.*", "lable: Code"),
        """
        en/sign-up.properties:2: subject lacks {product}
        en/sign-up.properties:1: label is missing
        en/sign-up.properties:7: lable is not a key""");
  }

  @Test
  void directionIsLtrOrRtl() {
    assertInvalid(
        "every-mail.properties",
        text -> text.replace("ltr", "up"),
        "en/every-mail.properties:3: direction must be ltr or rtl");
  }

  @Test
  void rightToLeftLanguageTurnsThePageButNotTheCode() {
    Language rtl = english("every-mail.properties", text -> text.replace("ltr", "rtl"));
    MailHtml page =
        new MailHtml(
            rtl,
            BRAND,
            rtl.copy(MessageKind.SIGN_UP),
            Placeholders.of("123456"),
            null,
            null,
            false);
    String html = MailHtmlRenderer.of().execute(page, new StringBuilder()).toString();
    assertThat(html)
        .contains("<html lang=\"en\" dir=\"rtl\">", "lang=\"en\" dir=\"rtl\" class=\"page\"")
        .containsPattern("<p class=\"code\" dir=\"ltr\"[^>]*>123456</p>")
        .doesNotContainPattern("text-align:(left|right)|float:|margin-(left|right)|align=\"left");
  }
}
