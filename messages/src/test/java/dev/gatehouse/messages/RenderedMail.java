package dev.gatehouse.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A rendered mail with Cognito's placeholders, as the CustomMessage trigger returns it. */
record RenderedMail(MessageKind kind, String language, Mail mail) {
  static final String CODE = "{####}";
  static final String USER_NAME = "{username}";
  static final String PRODUCT = "Gatehouse";

  /** Returns every mail in every language, so that the tests cover a new language by themselves. */
  static List<RenderedMail> all() {
    List<RenderedMail> mails = new ArrayList<>();
    for (String language : new LanguageFolders().tags()) {
      for (MessageKind kind : MessageKind.values()) {
        mails.add(of(kind, language, Map.of("PRODUCT_NAME", PRODUCT)));
      }
    }
    return mails;
  }

  static RenderedMail of(MessageKind kind, String language, Map<String, String> settings) {
    return new RenderedMail(
        kind, language, MailRenderer.of(settings).render(kind, language, placeholders(kind)));
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
    return language + " " + kind;
  }
}
