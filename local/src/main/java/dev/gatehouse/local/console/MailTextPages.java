package dev.gatehouse.local.console;

import dev.gatehouse.local.activity.EventHub;
import dev.gatehouse.local.console.MailTextsPage.Choice;
import dev.gatehouse.local.console.MailTextsPage.TextLine;
import dev.gatehouse.local.control.Route;
import dev.gatehouse.local.control.RoutedRequest;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.UrlEncoded;
import dev.gatehouse.local.mailtexts.MailTexts;
import dev.gatehouse.messages.Mail;
import dev.gatehouse.messages.MessageKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A page with each mail in each language, which follows the files while somebody edits them. */
record MailTextPages(HtmlPages html, EventHub events, MailTexts texts) {

  /** The address of the page. */
  static final String PAGE = "/_gatehouse/console/mail-texts";

  /** The event of a changed file. */
  private static final String CHANGED = "mail-texts";

  private static final String NO_MAIL = "No mail: its subject or another text has a mistake.";

  Stream<Route> routes() {
    return Stream.of(
        Route.of("GET", PAGE, this::page), Route.of("GET", PAGE + "/html", this::frame));
  }

  private Response page(RoutedRequest request) {
    if (!texts.exist()) {
      MailTextsPage missing =
          new MailTextsPage(
              texts.directory().toString(), true, List.of(), List.of(), List.of(), "", "", "");
      return html.page(request, "Mail texts", PAGE, missing);
    }
    texts.whenChanged(() -> events.publish(CHANGED, () -> "changed"));
    Set<String> languages = texts.preview().languages();
    String language = language(request, languages);
    MessageKind kind = kind(request);
    Optional<Mail> mail = texts.preview().mail(language, kind);
    MailTextsPage content =
        new MailTextsPage(
            texts.directory().toString(),
            false,
            languages.stream().map(tag -> new Choice(tag, tag.equals(language))).toList(),
            Stream.of(MessageKind.values())
                .map(each -> new Choice(each.source(), each == kind))
                .toList(),
            lines(texts.preview().mistakes()),
            PAGE
                + "/html?"
                + UrlEncoded.encode(Map.of("language", language, "mail", kind.source())),
            mail.map(Mail::subject).orElse(NO_MAIL),
            mail.map(Mail::text).orElse(NO_MAIL));
    return html.page(request, "Mail texts", PAGE, content);
  }

  private static List<TextLine> lines(List<String> mistakes) {
    List<TextLine> lines = new ArrayList<>();
    for (String mistake : mistakes) {
      lines.add(new TextLine("mistake-" + lines.size(), mistake));
    }
    return lines.isEmpty() ? List.of(new TextLine("mistake-none", "No mistakes.")) : lines;
  }

  /** Returns the HTML of a mail as a client in a light or a dark scheme shows it. */
  private Response frame(RoutedRequest request) {
    if (!texts.exist()) {
      return html.mail(NO_MAIL);
    }
    String language = language(request, texts.preview().languages());
    boolean dark = request.query("scheme").equals("dark");
    return html.mail(
        texts
            .preview()
            .mail(language, kind(request))
            .map(mail -> MailScheme.of(mail.html(), dark))
            .orElse(NO_MAIL));
  }

  /**
   * Returns the language that was asked for, which is the name of a folder only if there is one.
   */
  private static String language(RoutedRequest request, Set<String> languages) {
    String asked = request.query("language");
    return languages.contains(asked) || languages.isEmpty()
        ? asked
        : languages.contains("en") ? "en" : languages.iterator().next();
  }

  private static MessageKind kind(RoutedRequest request) {
    String asked = request.query("mail");
    return Stream.of(MessageKind.values())
        .filter(kind -> kind.source().equals(asked))
        .findFirst()
        .orElse(MessageKind.SIGN_UP);
  }
}
