package dev.gatehouse.triggers.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** One mail as it is sent to Cognito, with what the tests ask of it. */
record Sample(MessageKind kind, String language, Mail mail) {
  static final String CODE = "{####}";
  static final String USER_NAME = "{username}";
  static final String PRODUCT = "Gatehouse";

  /** Every mail in every language: a language is tested as soon as its folder is there. */
  static List<Sample> all() {
    List<Sample> samples = new ArrayList<>();
    for (String language : new LanguageFolders().tags()) {
      for (MessageKind kind : MessageKind.values()) {
        samples.add(of(kind, language, Map.of("PRODUCT_NAME", PRODUCT)));
      }
    }
    return samples;
  }

  static Sample of(MessageKind kind, String language, Map<String, String> environment) {
    return new Sample(
        kind, language, Messages.from(environment).mail(kind, language, inserts(kind)));
  }

  static Inserts inserts(MessageKind kind) {
    return new Inserts(kind.carriesCode() ? CODE : null, kind.carriesPassword() ? USER_NAME : null);
  }

  String html() {
    return mail.html();
  }

  /** What a person sees of the page, on one line. */
  String visible() {
    return html()
        .replaceAll("(?s)<(style|title)>.*?</\\1>", " ")
        .replaceAll("(?s)<!--.*?-->", " ")
        .replaceAll("<[^>]+>", " ")
        .replaceAll("&nbsp;|&zwnj;", " ")
        .replaceAll("\\s+", " ");
  }

  /** The same of the text part. */
  String plain() {
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
