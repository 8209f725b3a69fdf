package dev.gatehouse.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.messages.copy.CopyDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MailCopyCheckTest {
  private static final Path LANGUAGES =
      Path.of("src/main/resources/dev/gatehouse/messages/languages");

  @TempDir private Path directory;

  @BeforeEach
  void copyEnglishAndItsTranslation() throws IOException {
    copy("en", "en");
    copy("es", "es");
  }

  private void copy(String from, String to) throws IOException {
    Files.createDirectory(directory.resolve(to));
    try (Stream<Path> files = Files.list(LANGUAGES.resolve(from))) {
      for (Path file : files.toList()) {
        Files.copy(file, directory.resolve(to).resolve(file.getFileName()));
      }
    }
  }

  private void edit(String file, UnaryOperator<String> change) throws IOException {
    Path path = directory.resolve(file);
    String text = Files.readString(path);
    assertThat(change.apply(text)).isNotEqualTo(text);
    Files.writeString(path, change.apply(text));
  }

  @Test
  void everyLanguageHasTheTextsAndFactsOfEnglish() {
    assertThat(MailCopyCheck.mistakes(LANGUAGES)).isEmpty();
  }

  @Test
  void aNinthLanguageIsAFolderAndNothingElse() throws IOException {
    copy("es", "eo");
    edit("eo/sign-up.properties", text -> text.replace("Tu código", "Via konfirmkodo"));
    assertThat(MailCopyCheck.mistakes(directory)).isEmpty();
    MailRenderer renderer =
        MailRenderer.of(Map.of("PRODUCT_NAME", "Gatehouse"), new CopyDirectory(directory));
    assertThat(renderer.render(MessageKind.SIGN_UP, "eo", Placeholders.of("1")).subject())
        .startsWith("Via konfirmkodo");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "24 horas. | 48 horas. | 8: lifetime lacks the number 24, 8: lifetime has the number 48",
        "24 horas. | un día. | 8: lifetime lacks the number 24",
        "en {product}. Introduce | en {product} e introduce | 5: request has 1 sentences",
        "heading: | Heading: | 1: heading is missing, 4: Heading is not a key",
      })
  void factThatDiffersFromEnglishIsNamedWithItsLine(String text, String edited, String mistakes)
      throws IOException {
    edit("es/sign-up.properties", all -> all.replace(text, edited));
    List<String> found = MailCopyCheck.mistakes(directory);
    for (String mistake : mistakes.split(", ", -1)) {
      assertThat(found).anyMatch(line -> line.startsWith("es/sign-up.properties:" + mistake));
    }
    assertThat(found).hasSize(mistakes.split(", ", -1).length);
  }

  @Test
  void mistakesOfAllLanguagesAreNamedAtOnce() throws IOException {
    edit("en/resend-code.properties", text -> text.replace("subject:", "subjekt:"));
    edit("es/every-mail.properties", text -> text.replace("{support}", "{suport}"));
    Files.delete(directory.resolve("es/authentication.properties"));
    Files.writeString(directory.resolve("es/authentification.properties"), "");
    assertThat(MailCopyCheck.mistakes(directory))
        .containsExactly(
            "en/resend-code.properties:1: subject is missing",
            "en/resend-code.properties:2: subjekt is not a key",
            "es/authentification.properties: is not a file of a language",
            "es/every-mail.properties:7: contact-address lacks {support}",
            "es/authentication.properties: is missing");
  }

  @Test
  void subjectMustFitTheLongestName() throws IOException {
    edit("es/sign-up.properties", text -> text.replace("Tu código", "Tu código " + "x".repeat(99)));
    assertThat(MailCopyCheck.mistakes(directory))
        .anyMatch(line -> line.startsWith("es/sign-up.properties:2: subject makes a line of"));
  }

  @Test
  void folderIsALanguageTag() throws IOException {
    copy("es", "es_MX");
    assertThat(MailCopyCheck.mistakes(directory))
        .containsExactly("es_MX: is not a BCP 47 tag such as pt-BR");
  }
}
