package dev.gatehouse.messages;

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

/** The screenshots of every mail in Chromium, which {@code make screenshots} runs by name. */
final class MailScreenshots {
  private static final Path FOLDER = Path.of("target", "screenshots");
  private static final List<Integer> WIDTHS = List.of(320, 600);
  private static final int HEIGHT = 840;

  @Test
  void everyMailHasAScreenshotPerLanguageAndColorScheme() throws Exception {
    Optional<Path> chromium = chromium();
    if (chromium.isEmpty()) {
      System.out.println("No screenshots: chromium is not on the PATH.");
    }
    assumeTrue(chromium.isPresent(), "chromium is not on the PATH");
    Files.createDirectories(FOLDER);
    StringBuilder index = new StringBuilder("<!doctype html><title>Mails</title>");
    for (String language : new LanguageFolders().tags()) {
      for (MessageKind kind : MessageKind.values()) {
        index.append("<h2>").append(language).append(' ').append(kind).append("</h2>");
        screenshot(chromium.get(), kind, language, index);
      }
    }
    Files.writeString(FOLDER.resolve("index.html"), index);
    System.out.println("Screenshots: messages/target/screenshots/index.html");
  }

  private static void screenshot(
      Path chromium, MessageKind kind, String language, StringBuilder index) throws Exception {
    String name = language + "-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    Files.writeString(FOLDER.resolve(name + ".html"), html(kind, language));
    Path frames = FOLDER.resolve(name + "-frames.html");
    Files.writeString(frames, narrowBesideWide(name));
    for (boolean dark : new boolean[] {false, true}) {
      String png = name + (dark ? "-dark.png" : "-light.png");
      run(arguments(chromium, frames, FOLDER.resolve(png), dark));
      assertThat(FOLDER.resolve(png)).isNotEmptyFile();
      index.append("<img src=\"").append(png).append("\"> ");
    }
  }

  /** Returns a page with two frames, since a browser window cannot be as narrow as a phone. */
  private static String narrowBesideWide(String name) {
    StringBuilder html =
        new StringBuilder(
            "<!doctype html><meta name=color-scheme content=\"light dark\">"
                + "<style>body{margin:0;display:flex}iframe{border:0}</style>");
    for (int width : WIDTHS) {
      html.append(
          String.format(
              Locale.ROOT,
              "<iframe src=\"%s.html\" width=%d height=%d></iframe>",
              name,
              width,
              HEIGHT));
    }
    return html.toString();
  }

  private static String html(MessageKind kind, String language) {
    MailRenderer renderer =
        MailRenderer.of(Map.of("PRODUCT_NAME", "Gatehouse", "SUPPORT_ADDRESS", "help@example.com"));
    Placeholders placeholders =
        kind.carriesPassword()
            ? new Placeholders("xK7$mQ2&wP9!", "jane.doe@example.com")
            : Placeholders.of("402913");
    return renderer.render(kind, language, placeholders).html();
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
        "--window-size=" + (WIDTHS.get(0) + WIDTHS.get(1)) + "," + HEIGHT,
        "--screenshot=" + png.toAbsolutePath(),
        page.toUri().toString());
  }

  private static void run(List<String> arguments) throws Exception {
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
        .flatMap(
            folder ->
                Stream.of("chromium", "chromium-browser", "google-chrome")
                    .map(Path.of(folder)::resolve))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
