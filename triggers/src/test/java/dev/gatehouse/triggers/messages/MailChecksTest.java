package dev.gatehouse.triggers.messages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds each mail, in each language, to what mail programs and Cognito want of it. */
final class MailChecksTest {
  private static final String ALL = "dev.gatehouse.triggers.messages.Sample#all";

  /** Cognito's own patterns of the two fields. */
  private static final Pattern BODY =
      Pattern.compile(
          "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*\\{####\\}[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*");

  private static final Pattern SUBJECT = Pattern.compile("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s]+");

  @ParameterizedTest
  @MethodSource(ALL)
  void bodyIsUnderTenKilobytes(Sample mail) {
    assertThat(mail.html().getBytes(UTF_8)).hasSizeLessThan(10_000);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void subjectIsOneShortLineWithNothingToFill(Sample mail) {
    assertThat(mail.mail().subject())
        .hasSizeLessThanOrEqualTo(140)
        .doesNotContain("\r", "\n", "{", "}");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void codeStandsOnceInOneTextNodeLargeAndMonospaced(Sample mail) {
    List<MatchResult> places = mail.find("<p class=\"code\"[^>]*style=\"([^\"]*)\">\\{####}</p>");
    assertThat(mail.find("\\{####}")).hasSize(mail.kind().carriesCode() ? 1 : 0);
    assertThat(places).hasSize(mail.kind().carriesCode() ? 1 : 0);
    for (MatchResult place : places) {
      assertThat(place.group(1)).containsPattern("font-family:[^;]*,monospace;");
      assertThat(place.group(1)).containsPattern("letter-spacing:\\d+px");
      assertThat(size(place.group(1))).isGreaterThanOrEqualTo(28);
    }
  }

  private static int size(String style) {
    return Integer.parseInt(style.replaceAll(".*font-size:(\\d+)px.*", "$1"));
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void nothingThatCognitoRefusesIsInIt(Sample mail) {
    if (mail.kind().carriesCode()) {
      assertThat(mail.html()).matches(BODY);
    }
    assertThat(mail.html()).doesNotContain("\u200C", "\u00A0", "\u00AD", "\u200B");
    assertThat(mail.mail().subject()).matches(SUBJECT);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void languageAndDirectionAreSaidOnThePageAndOnTheArticle(Sample mail) {
    String said = "lang=\"" + mail.language() + "\" dir=\"ltr\"";
    assertThat(mail.html())
        .startsWith("<!doctype html>\n<html " + said + ">")
        .containsPattern(
            "<div role=\"article\" aria-roledescription=\"email\" aria-label=\"[^\"]+\" " + said);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void titleIsTheSubject(Sample mail) {
    assertThat(mail.html()).contains("<title>" + mail.mail().subject() + "</title>");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void hiddenPreheaderComesFirst(Sample mail) {
    assertThat(mail.html())
        .containsPattern("<body[^>]*>\\s*<div style=\"display:none;[^\"]*\">[^<&]+&nbsp;&zwnj;");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void tablesAreForLayoutOnlyAndNarrow(Sample mail) {
    assertThat(mail.find("<table([^>]*)>"))
        .isNotEmpty()
        .allSatisfy(table ->
            assertThat(table.group(1))
                .contains("role=\"presentation\"")
                .contains("border=\"0\" cellpadding=\"0\" cellspacing=\"0\""));
    assertThat(mail.find("(?:max-width:|<table[^>]* width=\")(\\d+)(?:px|\")"))
        .isNotEmpty()
        .allSatisfy(width -> assertThat(Integer.parseInt(width.group(1))).isBetween(1, 600));
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void stylesAreInlineAndColoursHaveSixDigits(Sample mail) {
    assertThat(mail.find("<(?:td|p|h1) (?![^>]*style=\")[^>]*>")).isEmpty();
    assertThat(mail.find("color:\\s*([^;!}\"]+)"))
        .isNotEmpty()
        .allSatisfy(colour -> assertThat(colour.group(1).strip()).matches("#[0-9a-f]{6}"));
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void everyTextIsLegibleInLightAndInDark(Sample mail) {
    assertThat(mail.html())
        .contains("<meta name=\"color-scheme\" content=\"light dark\">")
        .contains("<meta name=\"supported-color-schemes\" content=\"light dark\">");
    for (boolean dark : new boolean[] {false, true}) {
      Palette palette = new Palette(mail.html(), dark);
      assertThat(palette.contrast("text", "card")).isGreaterThanOrEqualTo(4.5);
      assertThat(palette.contrast("muted", "card")).isGreaterThanOrEqualTo(4.5);
      assertThat(palette.contrast("muted", "page")).isGreaterThanOrEqualTo(4.5);
      if (mail.kind().carriesCode()) {
        assertThat(palette.contrast("code", "code")).isGreaterThanOrEqualTo(4.5);
      }
    }
    // The band is the same in the dark.
    assertThat(new Palette(mail.html(), false).contrast("band", "band"))
        .isGreaterThanOrEqualTo(4.5);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void noImageIsNeededToReadIt(Sample mail) {
    assertThat(mail.html()).doesNotContainIgnoringCase("<img", "url(", "background=", "<svg");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void nothingRunsNothingIsLoadedNothingIsSentBack(Sample mail) {
    assertThat(mail.html())
        .doesNotContainIgnoringCase(
            "<script",
            "<form",
            "<input",
            "<link",
            "<iframe",
            "<object",
            "@import",
            "@font-face",
            "javascript:",
            "onload",
            "onclick",
            "data:");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void pageSaysAllThatAPersonNeedsToKnow(Sample mail) {
    Words words = words(mail);
    assertThat(mail.visible())
        .contains(words.preheader(), words.heading(), words.caution(), words.contact())
        .contains(words.request());
    assertThat(words.request()).contains(Sample.PRODUCT);
    if (mail.kind().carriesCode()) {
      assertThat(mail.visible()).contains(words.label() + " {####} " + words.lifetime());
    }
    if (mail.kind().carriesPassword()) {
      assertThat(mail.visible()).contains(words.userName() + " {username}");
    }
  }

  private static Words words(Sample mail) {
    Brand brand = Brand.from(Map.of("PRODUCT_NAME", Sample.PRODUCT));
    return Language.read(mail.language(), new LanguageFolders(), brand).words(mail.kind());
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void noLinkIsInIt(Sample mail) {
    assertThat(mail.html() + mail.mail().text() + mail.mail().subject())
        .doesNotContainIgnoringCase("<a ", "href", "http", "//", "www.", "mailto:");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void textPartSaysTheSame(Sample mail) {
    Words words = words(mail);
    assertThat(mail.plain())
        .contains(words.heading(), words.request(), words.caution(), words.contact());
    if (mail.kind().carriesCode()) {
      assertThat(mail.mail().text()).contains(words.label() + ":\n{####}\n\n" + words.lifetime());
    }
    if (mail.kind().carriesPassword()) {
      assertThat(mail.mail().text()).contains(words.userName() + ":\n{username}\n");
    }
    assertThat(mail.mail().text()).doesNotContain("<", "&", "\n\n\n");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void digitsAreNotTakenForAPhoneNumber(Sample mail) {
    assertThat(mail.html()).contains("name=\"format-detection\" content=\"telephone=no");
  }

  @Test
  void longestNameLeavesEverySubjectShortEnough() {
    Messages messages = Messages.from(Map.of("PRODUCT_NAME", "W".repeat(40)));
    for (Sample mail : Sample.all()) {
      assertThat(messages.mail(mail.kind(), mail.language(), Inserts.of("1")).subject())
          .hasSizeLessThan(140);
    }
  }
}
