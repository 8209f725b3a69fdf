package dev.gatehouse.messages;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A rendered mail with Cognito's placeholders, as the CustomMessage trigger returns it. */
record RenderedMail(MessageKind kind, String language, Map<String, String> settings, Mail mail) {
  static final String CODE = "{####}";
  static final String USER_NAME = "{username}";
  static final String PRODUCT = "Gatehouse";

  /** The settings of mails without links and images. */
  static final Map<String, String> PLAIN = Map.of("PRODUCT_NAME", PRODUCT);

  /** All settings of mails. */
  static final Map<String, String> FULL =
      Map.of(
          "PRODUCT_NAME", PRODUCT,
          "BRAND_COLOR", "#1a56db",
          "SUPPORT_ADDRESS", "help@example.com",
          "PRODUCT_URL", "https://app.example.com/",
          "LOGO_URL", "https://www.example.com/logo.png?v=2&w=64",
          "COMPANY_ADDRESS", "Example Ltd, 1 Main Street, Dublin");

  private static final Instant TIME = Instant.parse("2026-11-22T10:42:31.5Z");

  /** Returns every mail in every language, so that the tests cover a new language by themselves. */
  static List<RenderedMail> all() {
    return Stream.of(plain(), full()).flatMap(List::stream).toList();
  }

  static List<RenderedMail> plain() {
    return with(PLAIN);
  }

  static List<RenderedMail> full() {
    return with(FULL);
  }

  private static List<RenderedMail> with(Map<String, String> settings) {
    MailRenderer renderer = MailRenderer.of(settings);
    return new LanguageFolders()
        .tags().stream()
            .flatMap(
                language ->
                    Stream.of(MessageKind.values())
                        .map(kind -> of(kind, language, settings, renderer)))
            .toList();
  }

  static RenderedMail of(MessageKind kind, String language, Map<String, String> settings) {
    return of(kind, language, settings, MailRenderer.of(settings));
  }

  private static RenderedMail of(
      MessageKind kind, String language, Map<String, String> settings, MailRenderer renderer) {
    Placeholders placeholders = placeholders(kind);
    return new RenderedMail(
        kind,
        language,
        settings,
        renderer.render(
            kind, language, settings.equals(FULL) ? placeholders.at(TIME) : placeholders));
  }

  static Placeholders placeholders(MessageKind kind) {
    return new Placeholders(
        kind.carriesCode() ? CODE : null, kind.carriesPassword() ? USER_NAME : null);
  }

  String html() {
    return mail.html();
  }

  /** Returns the visible text of the HTML body, on one line. */
  String visibleText() {
    String text =
        html()
            .replaceAll("(?s)<(style|title)>.*?</\\1>", " ")
            .replaceAll("(?s)<!--.*?-->", " ")
            .replaceAll("<[^>]+>", " ")
            .replaceAll("&nbsp;|&zwnj;", " ")
            .replaceAll("\\s+", " ");
    return unescape(text);
  }

  /** Returns the content of the title element. */
  String title() {
    return unescape(find("<title>(.*?)</title>").get(0).group(1));
  }

  private static String unescape(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&amp;", "&");
  }

  /** Returns the plain text body, on one line. */
  String plainText() {
    return mail.text().replaceAll("\\s+", " ");
  }

  List<MatchResult> find(String regex) {
    return Pattern.compile(regex, Pattern.DOTALL).matcher(html()).results().toList();
  }

  @Override
  public String toString() {
    return language + " " + kind + (settings.equals(FULL) ? " full" : "");
  }
}
