package dev.gatehouse.triggers.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Takes a picture of every mail as Chromium shows it; {@code make screenshots} asks for it by name.
 */
final class MailScreenshots {
  private static final Path FOLDER = Path.of("target", "screenshots");
  private static final List<Integer> WIDTHS = List.of(320, 600);
  private static final int HEIGHT = 840;

  @Test
  void everyMailInEachLanguageAndLightAndWidth() throws Exception {
    Optional<Path> chromium = chromium();
    if (chromium.isEmpty()) {
      System.out.println("No screenshots: there is no chromium on the PATH.");
    }
    assumeTrue(chromium.isPresent(), "there is no chromium on the PATH");
    Files.createDirectories(FOLDER);
    StringBuilder index = new StringBuilder("<!doctype html><title>Mails</title>");
    for (String language : new LanguageFolders().tags()) {
      for (MessageKind kind : MessageKind.values()) {
        index.append("<h2>").append(language).append(' ').append(kind).append("</h2>");
        take(chromium.get(), kind, language, index);
      }
    }
    Files.writeString(FOLDER.resolve("index.html"), index);
    System.out.println("Screenshots: triggers/target/screenshots/index.html");
  }

  private static void take(Path chromium, MessageKind kind, String language, StringBuilder index)
      throws Exception {
    String name = language + "-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    Files.writeString(FOLDER.resolve(name + ".html"), html(kind, language));
    Path both = FOLDER.resolve(name + "-both.html");
    Files.writeString(both, narrowBesideWide(name));
    for (boolean dark : new boolean[] {false, true}) {
      String png = name + (dark ? "-dark.png" : "-light.png");
      shoot(arguments(chromium, both, FOLDER.resolve(png), dark));
      assertThat(FOLDER.resolve(png)).isNotEmptyFile();
      index.append("<img src=\"").append(png).append("\"> ");
    }
  }

  /** Frames, since the window of a browser has a least width, wider than a phone. */
  private static String narrowBesideWide(String name) {
    StringBuilder html =
        new StringBuilder(
            "<!doctype html><meta name=color-scheme content=\"light dark\">"
                + "<style>body{margin:0;display:flex}iframe{border:0}</style>");
    for (int width : WIDTHS) {
      html.append(
          "<iframe src=\"%s.html\" width=%d height=%d></iframe>".formatted(name, width, HEIGHT));
    }
    return html.toString();
  }

  private static String html(MessageKind kind, String language) {
    Messages messages =
        Messages.from(Map.of("PRODUCT_NAME", "Gatehouse", "SUPPORT_ADDRESS", "help@example.com"));
    Inserts inserts =
        kind.carriesPassword()
            ? new Inserts("xK7$mQ2&wP9!", "jane.doe@example.com")
            : Inserts.of("402913");
    return messages.mail(kind, language, inserts).html();
  }

  private static List<String> arguments(Path chromium, Path page, Path png, boolean dark) {
    return List.of(
        chromium.toString(),
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--hide-scrollbars",
        "--force-device-scale-factor=1",
        "--blink-settings=preferredColorScheme=" + (dark ? 0 : 1),
        "--window-size=" + (WIDTHS.getFirst() + WIDTHS.getLast()) + "," + HEIGHT,
        "--screenshot=" + png.toAbsolutePath(),
        page.toUri().toString());
  }

  private static void shoot(List<String> arguments) throws Exception {
    Process browser =
        new ProcessBuilder(arguments)
            .redirectErrorStream(true)
            .redirectOutput(FOLDER.resolve("chromium.log").toFile())
            .start();
    if (!browser.waitFor(60, TimeUnit.SECONDS)) {
      browser.destroyForcibly();
      throw new AssertionError("Chromium took no picture within a minute");
    }
  }

  private static Optional<Path> chromium() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .flatMap(folder ->
            Stream.of("chromium", "chromium-browser", "google-chrome")
                .map(Path.of(folder)::resolve))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
