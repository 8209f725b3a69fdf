package dev.gatehouse.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The screenshots of every mail in Chromium, which {@code make screenshots} runs by name. */
final class MailScreenshots {
  private static final Path FOLDER = Path.of("target", "screenshots");
  private static final List<Integer> WIDTHS = List.of(320, 600);
  private static final int PAIR = WIDTHS.get(0) + WIDTHS.get(1);
  private static final int HEIGHT = 900;
  private static final int HEADING = 24;

  private static final String PAGE =
      "<!doctype html><meta charset=utf-8><meta name=color-scheme content=\"light dark\"><style>"
          + "body{margin:0;white-space:nowrap}iframe{border:0;vertical-align:top}"
          + "b{display:inline-block;height:"
          + HEADING
          + "px;font:16px sans-serif;text-align:center}</style>";

  /** A logo that needs no network; the alternative text is seen where a picture is blocked. */
  private static final String LOGO = "https://www.example.com/logo.png";

  private static final String LOGO_FILE =
      "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='120' height='32'%3E"
          + "%3Crect width='120' height='32' rx='8' fill='white'/%3E%3C/svg%3E";

  /** All mails of a language, for each client a phone and a wide screen beside each other. */
  private record Sheet(String language, boolean dark) {
    String name() {
      return language + (dark ? "-dark" : "-light");
    }
  }

  @Test
  void everyMailHasAPictureInEachLanguageClientAndColorScheme() throws Exception {
    Optional<HeadlessChromium> chromium = HeadlessChromium.installed(FOLDER);
    if (chromium.isEmpty()) {
      System.out.println("No screenshots: chromium is not on the PATH.");
    }
    assumeTrue(chromium.isPresent(), "chromium is not on the PATH");
    Files.createDirectories(FOLDER);
    List<Sheet> sheets = sheets();
    StringBuilder index = new StringBuilder("<!doctype html><title>Mails</title>");
    for (int i = 0; i < sheets.size(); i++) {
      System.out.println((i + 1) + "/" + sheets.size() + " " + sheets.get(i).name());
      take(chromium.get(), sheets.get(i));
      index.append("<h2>%1$s</h2><img src=\"%1$s.png\">".formatted(sheets.get(i).name()));
    }
    Files.writeString(FOLDER.resolve("index.html"), index);
    System.out.println("Screenshots: messages/target/screenshots/index.html");
  }

  private static List<Sheet> sheets() {
    List<Sheet> sheets = new ArrayList<>();
    for (String language : new LanguageFolders().tags()) {
      sheets.add(new Sheet(language, false));
      sheets.add(new Sheet(language, true));
    }
    return sheets;
  }

  /** Saves the picture of a page with frames: a browser window cannot be as narrow as a phone. */
  private static void take(HeadlessChromium chromium, Sheet sheet) throws Exception {
    StringBuilder page = new StringBuilder(PAGE);
    for (MailClient client : MailClient.values()) {
      page.append("<b style=\"width:" + PAIR + "px\">" + name(client) + "</b>");
    }
    for (MessageKind kind : MessageKind.values()) {
      page.append("<br>");
      for (MailClient client : MailClient.values()) {
        String file = sheet.language() + "-" + name(client) + "-" + kind.source() + ".html";
        Files.writeString(FOLDER.resolve(file), html(kind, client, sheet.language()));
        for (int width : WIDTHS) {
          page.append("<iframe src=\"" + file + "\"")
              .append(" width=" + width + " height=" + HEIGHT + "></iframe>");
        }
      }
    }
    Path frames = FOLDER.resolve(sheet.name() + ".html");
    Path png = FOLDER.resolve(sheet.name() + ".png");
    Files.writeString(frames, page);
    chromium.screenshot(
        frames,
        png,
        PAIR * MailClient.values().length,
        HEADING + HEIGHT * MessageKind.values().length,
        sheet.dark());
    assertThat(png).isNotEmptyFile();
  }

  private static String name(MailClient client) {
    return client.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String html(MessageKind kind, MailClient client, String language) {
    return client.withoutDroppedCss(exampleMail(kind, language).html()).replace(LOGO, LOGO_FILE);
  }

  /** Returns a mail with all that settings can add. */
  static Mail exampleMail(MessageKind kind, String language) {
    MailRenderer renderer =
        MailRenderer.of(
            Map.of(
                "PRODUCT_NAME", "Gatehouse",
                "SUPPORT_ADDRESS", "help@example.com",
                "PRODUCT_URL", "https://app.example.com",
                "LOGO_URL", LOGO,
                "COMPANY_ADDRESS", "Example Ltd, 1 Main Street, Dublin"));
    Placeholders placeholders =
        kind.carriesPassword()
            ? new Placeholders("xK7$mQ2&wP9!", "jane.doe@example.com")
            : Placeholders.of(kind.carriesCode() ? "402913" : null);
    return renderer.render(kind, language, placeholders.at(Instant.parse("2026-11-22T10:42:00Z")));
  }
}
