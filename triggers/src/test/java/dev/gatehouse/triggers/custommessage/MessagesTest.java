package dev.gatehouse.triggers.custommessage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.triggers.SettingInvalid;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds each mail to what mail programs, screen readers and Cognito want of it. */
final class MessagesTest {
  private static final String CODE = "{####}";

  /** Cognito's own patterns of the two fields. */
  private static final Pattern BODY =
      Pattern.compile(
          "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*\\{####\\}[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*");

  private static final Pattern SUBJECT = Pattern.compile("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s]+");

  private static Mail mail(MessageKind kind) {
    return mail(kind, "Gatehouse");
  }

  private static Mail mail(MessageKind kind, String product) {
    return Messages.from(Map.of("PRODUCT_NAME", product)).mail(kind, CODE);
  }

  private static List<MatchResult> all(String regex, String text) {
    return Pattern.compile(regex, Pattern.DOTALL).matcher(text).results().toList();
  }

  private static String visibleText(String html) {
    return html.replaceAll("(?s)<(style|title)>.*?</\\1>", " ")
        .replaceAll("(?s)<!--.*?-->", " ")
        .replaceAll("<[^>]+>", " ")
        .replaceAll("&[a-z]+;", " ")
        .replaceAll("\\s+", " ");
  }

  @ParameterizedTest
  @EnumSource
  void mailIsSmall(MessageKind kind) {
    assertThat(mail(kind).body()).hasSizeLessThan(10_000);
    assertThat(mail(kind).subject()).hasSizeLessThanOrEqualTo(140).doesNotContain("\r", "\n");
  }

  @ParameterizedTest
  @EnumSource
  void mailFitsCognitosPatterns(MessageKind kind) {
    assertThat(mail(kind).body()).matches(BODY).doesNotContain("\u200C", "\u00A0");
    assertThat(mail(kind).subject()).matches(SUBJECT);
  }

  @ParameterizedTest
  @EnumSource
  void codeStandsOnceAndAloneAndLargeRightBehindItsName(MessageKind kind) {
    String body = mail(kind).body();
    assertThat(all(Pattern.quote(CODE), body)).hasSize(1);
    List<MatchResult> places = all("<p class=\"code\"[^>]*style=\"([^\"]*)\">\\{####}</p>", body);
    assertThat(places).hasSize(1);
    assertThat(places.getFirst().group(1))
        .contains("font-size:34px", "letter-spacing:", "monospace");
    assertThat(visibleText(body)).contains("Your verification code {####}");
  }

  @ParameterizedTest
  @EnumSource
  void languageAndDirectionAreSaidOnThePageAndOnTheArticle(MessageKind kind) {
    assertThat(mail(kind).body())
        .startsWith("<!doctype html>\n<html lang=\"en\" dir=\"ltr\">")
        .containsPattern(
            "<div role=\"article\" aria-roledescription=\"email\" aria-label=\"[^\"]+\""
                + " lang=\"en\" dir=\"ltr\"")
        .contains("<p class=\"code\" dir=\"ltr\"");
  }

  @ParameterizedTest
  @EnumSource
  void titleIsTheSubject(MessageKind kind) {
    assertThat(mail(kind).body()).contains("<title>" + mail(kind).subject() + "</title>");
  }

  @ParameterizedTest
  @EnumSource
  void hiddenPreheaderComesFirstAndSaysTheLifetime(MessageKind kind) {
    String lifetime = kind == MessageKind.FORGOT_PASSWORD ? "1 hour" : "24 hours";
    assertThat(mail(kind).body())
        .containsPattern(
            "<body[^>]*>\\s*<div style=\"display:none;[^\"]*\">Your (new )?code is valid for "
                + lifetime
                + "&nbsp;&zwnj;");
  }

  @ParameterizedTest
  @EnumSource
  void tablesAreForLayoutOnlyAndNarrow(MessageKind kind) {
    List<MatchResult> tables = all("<table([^>]*)>", mail(kind).body());
    assertThat(tables)
        .isNotEmpty()
        .allSatisfy(table ->
            assertThat(table.group(1))
                .contains("role=\"presentation\"")
                .contains("border=\"0\" cellpadding=\"0\" cellspacing=\"0\""));
    assertThat(all("(?:max-width:|<table[^>]* width=\")(\\d+)(?:px|\")", mail(kind).body()))
        .isNotEmpty()
        .allSatisfy(width -> assertThat(Integer.parseInt(width.group(1))).isBetween(1, 600));
  }

  @ParameterizedTest
  @EnumSource
  void coloursAreWrittenInSixDigits(MessageKind kind) {
    assertThat(all("color:\\s*([^;!}\"]+)", mail(kind).body()))
        .isNotEmpty()
        .allSatisfy(colour -> assertThat(colour.group(1).strip()).matches("#[0-9a-f]{6}"));
  }

  @ParameterizedTest
  @EnumSource
  void mailIsMadeForLightAndForDark(MessageKind kind) {
    assertThat(mail(kind).body())
        .contains("<meta name=\"color-scheme\" content=\"light dark\">")
        .contains("<meta name=\"supported-color-schemes\" content=\"light dark\">")
        .contains("@media (prefers-color-scheme: dark)");
  }

  @Test
  void everyTextStandsOutFromWhatIsBehindItInLightAndDark() {
    String body = mail(MessageKind.SIGN_UP).body();
    for (boolean dark : new boolean[] {false, true}) {
      Palette palette = new Palette(body, dark);
      assertThat(palette.contrast("text", "card")).isGreaterThanOrEqualTo(4.5);
      assertThat(palette.contrast("muted", "card")).isGreaterThanOrEqualTo(4.5);
      assertThat(palette.contrast("muted", "page")).isGreaterThanOrEqualTo(4.5);
      assertThat(palette.contrast("brand", "page")).isGreaterThanOrEqualTo(4.5);
      assertThat(palette.contrast("code", "code")).isGreaterThanOrEqualTo(4.5);
    }
  }

  @ParameterizedTest
  @EnumSource
  void mailLoadsNothingRunsNothingAndLinksNowhere(MessageKind kind) {
    assertThat(mail(kind).body())
        .doesNotContainIgnoringCase(
            "<a ",
            "href",
            "<img",
            "<script",
            "<form",
            "<input",
            "<link",
            "<iframe",
            "@import",
            "@font-face",
            "url(",
            "http",
            "//",
            "www.",
            "javascript:",
            "mailto:");
  }

  @ParameterizedTest
  @EnumSource
  void digitsAreNotTakenForAPhoneNumber(MessageKind kind) {
    assertThat(mail(kind).body()).contains("name=\"format-detection\" content=\"telephone=no");
  }

  @ParameterizedTest
  @EnumSource
  void mailSaysAllThatAPersonNeedsToKnow(MessageKind kind) {
    boolean password = kind == MessageKind.FORGOT_PASSWORD;
    assertThat(visibleText(mail(kind).body()))
        .contains("You asked ", " Gatehouse")
        .contains(password ? "valid for 1 hour." : "valid for 24 hours.")
        .doesNotContain(password ? "24 hours" : "1 hour")
        .contains("We never ask for this code by phone or mail.")
        .contains("If you did not ask for it, ignore this mail: ")
        .contains(password ? "your password stays as it is." : "no account is active.")
        .contains("Questions? The support team of Gatehouse is glad to help.");
  }

  @Test
  void eachKindHasItsOwnSubjectAndBody() {
    Set<String> subjects = new HashSet<>();
    Set<String> bodies = new HashSet<>();
    for (MessageKind kind : MessageKind.values()) {
      subjects.add(mail(kind).subject());
      bodies.add(mail(kind).body());
    }
    assertThat(subjects).hasSameSizeAs(MessageKind.values());
    assertThat(bodies).hasSameSizeAs(MessageKind.values());
  }

  @Test
  void nameOfTheProductIsEscaped() {
    String product = "<b>\"R&D\"</b> 'n' co";
    Mail mail = mail(MessageKind.SIGN_UP, product);
    assertThat(mail.subject()).isEqualTo("Your " + product + " verification code");
    assertThat(mail.body())
        .contains("&lt;b&gt;&quot;R&amp;D&quot;&lt;/b&gt; &#x27;n&#x27; co")
        .doesNotContain("<b>", "R&D", "\"R")
        .matches(BODY);
  }

  @Test
  void longestNameLeavesTheSubjectShortEnough() {
    assertThat(mail(MessageKind.RESEND_CODE, "W".repeat(40)).subject()).hasSizeLessThan(140);
  }

  @Test
  void missingNameOfTheProductStopsTheFunction() {
    assertThatExceptionOfType(SettingInvalid.class)
        .isThrownBy(() -> Messages.from(Map.of()))
        .withMessageStartingWith("PRODUCT_NAME must be 1 to 40 visible characters");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        " Gatehouse",
        "Gate\nhouse",
        "Gate\thouse",
        "Gate\u200Bhouse",
        "{####}",
        "Gate\u00A0house",
        "12345678901234567890123456789012345678901"
      })
  void nameThatIsNoneStopsTheFunction(String product) {
    assertThatExceptionOfType(SettingInvalid.class)
        .isThrownBy(() -> Messages.from(Map.of("PRODUCT_NAME", product)))
        .withMessageStartingWith("PRODUCT_NAME must be");
  }
}
