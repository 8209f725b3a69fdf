package dev.gatehouse.messages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The requirements of mail clients and of Cognito on every mail in every language. */
final class MailRequirementsTest {
  private static final String ALL = "dev.gatehouse.messages.RenderedMail#all";
  private static final String PLAIN = "dev.gatehouse.messages.RenderedMail#plain";
  private static final String FULL = "dev.gatehouse.messages.RenderedMail#full";

  /** The patterns of EmailMessage and EmailSubject in Cognito's API reference. */
  private static final Pattern BODY =
      Pattern.compile(
          "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*\\{####\\}[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*");

  private static final Pattern SUBJECT = Pattern.compile("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s]+");

  @ParameterizedTest
  @MethodSource(ALL)
  void bodyIsSmallerThanTenKilobytes(RenderedMail mail) {
    assertThat(mail.html().getBytes(UTF_8)).hasSizeLessThan(10_000);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void subjectIsOneShortLineWithoutPlaceholders(RenderedMail mail) {
    assertThat(mail.mail().subject())
        .hasSizeLessThanOrEqualTo(140)
        .doesNotContain("\r", "\n", "{", "}");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void codeAppearsOnceLargeAndMonospaced(RenderedMail mail) {
    List<MatchResult> places = mail.find("<p class=\"code\"[^>]*style=\"([^\"]*)\">\\{####}</p>");
    assertThat(mail.find("(?<!code=)\\{####}")).hasSize(mail.kind().carriesCode() ? 1 : 0);
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
  void everyCharacterIsAcceptedByCognito(RenderedMail mail) {
    if (mail.kind().carriesCode()) {
      assertThat(mail.html()).matches(BODY);
    }
    assertThat(mail.html()).doesNotContain("\u200C", "\u00A0", "\u00AD", "\u200B");
    assertThat(mail.mail().subject()).matches(SUBJECT);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void pageAndArticleDeclareLanguageAndDirection(RenderedMail mail) {
    Language language = language(mail);
    String attributes = "lang=\"%s\" dir=\"%s\"".formatted(language.tag(), language.direction());
    assertThat(mail.html())
        .startsWith("<!doctype html>\n<html " + attributes + ">")
        .containsPattern(
            "<div role=\"article\" aria-roledescription=\"email\" aria-label=\"[^\"]+\" "
                + attributes);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void titleIsTheSubject(RenderedMail mail) {
    assertThat(mail.title()).isEqualTo(mail.mail().subject());
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void hiddenPreheaderComesFirst(RenderedMail mail) {
    assertThat(mail.html())
        .containsPattern("<body[^>]*>\\s*<div style=\"display:none;[^\"]*\">[^<]+?&nbsp;&zwnj;");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void tablesAreNarrowAndMarkedAsLayout(RenderedMail mail) {
    assertThat(mail.find("<table([^>]*)>"))
        .isNotEmpty()
        .allSatisfy(
            table ->
                assertThat(table.group(1))
                    .contains("role=\"presentation\"")
                    .contains("border=\"0\" cellpadding=\"0\" cellspacing=\"0\""));
    assertThat(mail.find("(?:max-width:|<table[^>]* width=\")(\\d+)(?:px|\")"))
        .isNotEmpty()
        .allSatisfy(width -> assertThat(Integer.parseInt(width.group(1))).isBetween(1, 600));
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void stylesAreInlineAndColorsHaveSixDigits(RenderedMail mail) {
    assertThat(mail.find("<(?:td|p|h1) (?![^>]*style=\")[^>]*>")).isEmpty();
    assertThat(mail.find("color:\\s*([^;!}\"]+)"))
        .isNotEmpty()
        .allSatisfy(color -> assertThat(color.group(1).strip()).matches("#[0-9a-f]{6}"));
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void textIsLegibleInBothColorSchemes(RenderedMail mail) {
    assertThat(mail.html())
        .contains("<meta name=\"color-scheme\" content=\"light dark\">")
        .contains("<meta name=\"supported-color-schemes\" content=\"light dark\">");
    for (boolean dark : new boolean[] {false, true}) {
      RenderedColors colors = new RenderedColors(mail.html(), dark);
      assertThat(colors.contrast("text", "card")).isGreaterThanOrEqualTo(4.5);
      assertThat(colors.contrast("muted", "card")).isGreaterThanOrEqualTo(4.5);
      assertThat(colors.contrast("muted", "page")).isGreaterThanOrEqualTo(4.5);
      if (mail.kind().carriesCode()) {
        assertThat(colors.contrast("code", "code")).isGreaterThanOrEqualTo(4.5);
      }
    }
    // The band has the same colors in both.
    assertThat(new RenderedColors(mail.html(), false).contrast("band", "band"))
        .isGreaterThanOrEqualTo(4.5);
  }

  @ParameterizedTest
  @MethodSource(PLAIN)
  void mailHasNoImages(RenderedMail mail) {
    assertThat(mail.html()).doesNotContainIgnoringCase("<img", "url(", "background=", "<svg");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void mailHasNoScriptsFormsOrExternalResources(RenderedMail mail) {
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
  void htmlContainsAllCopy(RenderedMail mail) {
    MailCopy copy = copy(mail);
    assertThat(mail.visibleText())
        .contains(copy.preheader(), copy.heading(), copy.caution(), copy.contact())
        .contains(copy.request());
    assertThat(copy.request()).contains(RenderedMail.PRODUCT);
    if (mail.kind().carriesCode()) {
      assertThat(mail.visibleText()).contains(copy.label() + " {####} " + copy.lifetime());
    }
    if (mail.kind().carriesPassword()) {
      assertThat(mail.visibleText()).contains(copy.userName() + " {username}");
    }
  }

  private static MailCopy copy(RenderedMail mail) {
    return language(mail).copy(mail.kind());
  }

  private static Language language(RenderedMail mail) {
    return Language.read(mail.language(), new LanguageFolders(), Brand.of(mail.settings()));
  }

  @ParameterizedTest
  @MethodSource(PLAIN)
  void mailHasNoLinks(RenderedMail mail) {
    assertThat(mail.html() + mail.mail().text() + mail.mail().subject())
        .doesNotContainIgnoringCase("<a ", "href", "http", "//", "www.", "mailto:");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void plainTextContainsTheSameCopy(RenderedMail mail) {
    MailCopy copy = copy(mail);
    assertThat(mail.plainText())
        .contains(copy.heading(), copy.request(), copy.caution(), copy.contact());
    if (mail.kind().carriesCode()) {
      assertThat(mail.mail().text()).contains(copy.label() + ":\n{####}\n\n" + copy.lifetime());
    }
    if (mail.kind().carriesPassword()) {
      assertThat(mail.mail().text()).contains(copy.userName() + ":\n{username}\n");
    }
    assertThat(mail.mail().text())
        .doesNotContain("<", "\n\n\n")
        .doesNotContainPattern("&[#0-9A-Za-z]+;");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void mailClientsDoNotLinkDigitsAsAPhoneNumber(RenderedMail mail) {
    assertThat(mail.html()).contains("name=\"format-detection\" content=\"telephone=no");
  }

  @ParameterizedTest
  @MethodSource(FULL)
  void newAccountsAndInvitationsLinkToTheProduct(RenderedMail mail) {
    MailCopy copy = copy(mail);
    List<String> links =
        mail.find("<a href=\"([^\"]*)\"[^>]*>([^<]*)</a>").stream()
            .map(link -> link.group(1) + " " + link.group(2))
            .toList();
    switch (mail.kind()) {
      case SIGN_UP, RESEND_CODE ->
          assertThat(links)
              .containsExactly("https://app.example.com/confirm?code={####} " + copy.button());
      case ADMIN_CREATE_USER ->
          assertThat(links).containsExactly("https://app.example.com " + copy.button());
      default -> assertThat(links).isEmpty();
    }
    for (String link : links) {
      String url = link.substring(0, link.indexOf(' '));
      assertThat(mail.mail().text()).contains("\n" + copy.button() + ":\n" + url + "\n");
    }
  }

  @ParameterizedTest
  @MethodSource(FULL)
  void onlyImageIsTheLogoWithTheProductsNameAsAlternative(RenderedMail mail) {
    assertThat(mail.find("<img src=\"([^\"]*)\" alt=\"Gatehouse\" height=\"32\""))
        .singleElement()
        .satisfies(
            image ->
                assertThat(image.group(1).replace("&#x3D;", "=").replace("&amp;", "&"))
                    .isEqualTo("https://www.example.com/logo.png?v=2&w=64"));
    assertThat(mail.find("<img|url\\(|background=|<svg")).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource(FULL)
  void footerHasTheCompanysAddress(RenderedMail mail) {
    assertThat(mail.html()).contains("<br>Example Ltd, 1 Main Street, Dublin</td>");
    assertThat(mail.mail().text())
        .endsWith(copy(mail).contact() + "\nExample Ltd, 1 Main Street, Dublin\n");
  }

  @ParameterizedTest
  @MethodSource(FULL)
  void mailSaysWhenTheUserAskedForIt(RenderedMail mail) {
    boolean invitation = mail.kind() == MessageKind.ADMIN_CREATE_USER;
    assertThat(mail.visibleText().split("10:42", -1)).hasSize(invitation ? 1 : 2);
    assertThat(mail.plainText().split("10:42", -1)).hasSize(invitation ? 1 : 2);
  }

  @Test
  void subjectWithTheLongestProductNameIsShortEnough() {
    MailRenderer renderer = MailRenderer.of(Map.of("PRODUCT_NAME", "W".repeat(40)));
    for (RenderedMail mail : RenderedMail.all()) {
      assertThat(renderer.render(mail.kind(), mail.language(), Placeholders.of("1")).subject())
          .hasSizeLessThan(140);
    }
  }
}
