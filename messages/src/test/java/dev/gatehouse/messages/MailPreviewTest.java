package dev.gatehouse.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MailPreviewTest {
  private static final Path ENGLISH =
      Path.of("src/main/resources/dev/gatehouse/messages/languages/en");

  @TempDir private Path directory;
  private MailPreview preview;

  @BeforeEach
  void copyEnglish() throws IOException {
    Path folder = Files.createDirectory(directory.resolve("en"));
    try (Stream<Path> files = Files.list(ENGLISH)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    preview = new MailPreview(directory, Map.of("PRODUCT_NAME", "Acme"));
  }

  private void edit(String text, String by) throws IOException {
    Path file = directory.resolve("en/sign-up.properties");
    Files.writeString(file, Files.readString(file).replace(text, by));
  }

  @Test
  void mailHasTheTextsAsTheyAreNow() throws IOException {
    assertThat(preview.languages()).containsExactly("en");
    assertThat(preview.mail("en", MessageKind.SIGN_UP).orElseThrow().html())
        .contains("Confirm your email address", "402913", "10:42");
    edit("Confirm your email address", "One step more");
    Mail edited = preview.mail("en", MessageKind.SIGN_UP).orElseThrow();
    assertThat(edited.subject()).isEqualTo("Your Acme verification code");
    assertThat(edited.html()).contains("One step more");
    assertThat(edited.text()).contains("One step more");
  }

  @Test
  void textWithAMistakeIsEmptyAndNamed() throws IOException {
    edit("Confirm your email address", "{heading}");
    assertThat(preview.mistakes())
        .singleElement()
        .asString()
        .startsWith("en/sign-up.properties:4: heading ");
    assertThat(preview.mail("en", MessageKind.SIGN_UP).orElseThrow().html())
        .doesNotContain("{heading}");
  }

  @Test
  void withoutASubjectThereIsNoMail() throws IOException {
    edit("subject:", "subjekt:");
    assertThat(preview.mail("en", MessageKind.SIGN_UP)).isEmpty();
    assertThat(preview.mail("en", MessageKind.RESEND_CODE)).isPresent();
  }
}
