package dev.gatehouse.triggers.messages;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What stops a function whose words are not complete, and what a third language takes. */
final class LanguageTest {
  private static final Brand BRAND = Brand.from(Map.of("PRODUCT_NAME", "Gatehouse"));

  /** The English folder, with one file changed, or gone where the change gives null. */
  private static Language changed(String file, UnaryOperator<@Nullable String> change) {
    LanguageFolders folders = new LanguageFolders();
    return Language.read(
        "en",
        name -> {
          Reader text = folders.open(name);
          return name.equals("en/" + file) ? reader(change.apply(read(text))) : text;
        },
        BRAND);
  }

  private static @Nullable Reader reader(@Nullable String text) {
    return text == null ? null : new StringReader(text);
  }

  private static String read(@Nullable Reader text) {
    try (text) {
      StringWriter all = new StringWriter();
      requireNonNull(text).transferTo(all);
      return all.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void stops(String file, UnaryOperator<@Nullable String> change, String message) {
    assertThatExceptionOfType(WordsInvalid.class)
        .isThrownBy(() -> changed(file, change))
        .withMessage(message);
  }

  @ParameterizedTest
  @EnumSource
  void missingFileIsNamed(MessageKind kind) {
    stops(kind.file(), text -> null, "en/" + kind.file() + " is missing");
  }

  @Test
  void missingWordsOfEveryMailAreNamed() {
    stops("every-mail.properties", text -> null, "en/every-mail.properties is missing");
  }

  @ParameterizedTest
  @CsvSource({"subject", "preheader", "heading", "request", "label", "lifetime", "caution"})
  void missingLineIsNamedWithItsFile(String key) {
    stops(
        "sign-up.properties",
        text -> text.replaceAll("(?m)^" + key + ":.*$\\n(  .*\\n)?", ""),
        "en/sign-up.properties: " + key + " is missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "subject:   Your code | subject lacks {product}",
        "request: Enter it. | request lacks {product}",
        "subject: {product} {name} | subject has a brace that is none of its places to fill",
        "heading: Hello {####} | heading has a brace that is none of its places to fill",
        "heading: Hello\\u200B | heading has a character that Cognito refuses",
        "heading: | heading is missing",
        "headline: Hello | headline is no key",
      })
  void lineThatIsWrongIsNamedWithItsFile(String line, String wrong) {
    String key = line.substring(0, line.indexOf(':'));
    stops(
        "sign-up.properties",
        text -> text.replaceAll("(?m)^" + key + ":.*$", "") + "\n" + line,
        "en/sign-up.properties: " + wrong);
  }

  @Test
  void lineThatIsThereTwiceIsNamed() {
    stops(
        "sign-up.properties",
        text -> text + "\nheading: Another",
        "en/sign-up.properties is malformed: heading is there twice");
  }

  @Test
  void endlessLineIsNamed() {
    stops(
        "sign-up.properties",
        text -> text.replace("Confirm your email address", "a".repeat(401)),
        "en/sign-up.properties: heading is longer than 400 characters");
  }

  @Test
  void directionIsOneOfTwo() {
    stops(
        "every-mail.properties",
        text -> text.replace("ltr", "up"),
        "en/every-mail.properties: direction must be ltr or rtl");
  }

  @Test
  void languageFromTheRightTurnsThePageAndLeavesTheCode() {
    Language rtl = changed("every-mail.properties", text -> text.replace("ltr", "rtl"));
    MailPage page =
        new MailPage(rtl, BRAND, rtl.words(MessageKind.SIGN_UP), Inserts.of("123456"), false);
    String html = MailPageRenderer.of().execute(page, new StringBuilder()).toString();
    assertThat(html)
        .contains("<html lang=\"en\" dir=\"rtl\">", "lang=\"en\" dir=\"rtl\" class=\"page\"")
        .containsPattern("<p class=\"code\" dir=\"ltr\"[^>]*>123456</p>")
        .doesNotContainPattern("text-align:(left|right)|float:|margin-(left|right)|align=\"left");
  }
}
