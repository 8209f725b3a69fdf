package dev.gatehouse.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The findings of axe-core in every kind of mail, in Chromium. */
@Tag("extended")
final class MailAccessibilityIT {
  private static final Path FOLDER = Path.of("target", "accessibility");

  /** Each kind once from left to right and once from right to left, light and dark. */
  @ParameterizedTest
  @CsvSource({"en, false", "ar, true"})
  void axeFindsNothingInAnyKindOfMail(String language, boolean dark) throws Exception {
    Optional<HeadlessChromium> chromium = HeadlessChromium.installed(FOLDER);
    assumeTrue(chromium.isPresent(), "chromium is not on the PATH");
    Files.createDirectories(FOLDER);
    Map<String, String> mails = new TreeMap<>();
    for (MessageKind kind : MessageKind.values()) {
      mails.put(kind.source(), MailScreenshots.exampleMail(kind, language).html());
    }

    Path page = AxeReport.write(FOLDER.resolve(language + ".html"), mails);

    assertThat(AxeReport.of(chromium.get().documentAfterScripts(page, dark)))
        .containsExactlyInAnyOrderElementsOf(
            mails.keySet().stream().map(mail -> mail + ": 0 violations").toList());
  }
}
