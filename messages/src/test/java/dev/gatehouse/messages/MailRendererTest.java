package dev.gatehouse.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MailRendererTest {
  private static final Map<String, String> GATEHOUSE = Map.of("PRODUCT_NAME", "Gatehouse");

  private final MailRenderer renderer = MailRenderer.of(GATEHOUSE);

  @Test
  void eightLanguagesAreAvailable() {
    assertThat(new LanguageFolders().tags())
        .contains("ar", "de", "en", "es", "fr", "it", "ja", "pt-BR");
  }

  @Test
  void everyMailIsDifferent() {
    Set<String> subjects = new HashSet<>();
    Set<String> pages = new HashSet<>();
    for (RenderedMail mail : RenderedMail.plain()) {
      subjects.add(mail.mail().subject());
      pages.add(mail.html());
    }
    assertThat(subjects).hasSameSizeAs(RenderedMail.plain());
    assertThat(pages).hasSameSizeAs(RenderedMail.plain());
  }

  @ParameterizedTest
  @CsvSource({
    "SIGN_UP, 24, HOURS",
    "RESEND_CODE, 24, HOURS",
    "FORGOT_PASSWORD, 1, HOURS",
    "ADMIN_CREATE_USER, 7, DAYS",
    "UPDATE_USER_ATTRIBUTE, 24, HOURS",
    "VERIFY_USER_ATTRIBUTE, 24, HOURS"
  })
  void preheaderAndTextGiveTheLifetimeOfTheCode(MessageKind kind, int lifetime, ChronoUnit unit) {
    assertThat(kind.lifetime()).isEqualTo(Duration.of(lifetime, unit));
    Brand brand = Brand.of(GATEHOUSE);
    for (String tag : new LanguageFolders().tags()) {
      MailCopy copy = Language.read(tag, new LanguageFolders(), brand).copy(kind);
      if (lifetime > 1) { // languages write "one" as they like
        assertThat(copy.preheader()).as(tag).contains(Integer.toString(lifetime));
        assertThat(copy.lifetime()).as(tag).contains(Integer.toString(lifetime));
      }
    }
  }

  @Test
  void mailOfTheSecondFactorGivesNoLifetimeInNumbers() {
    for (String language : new LanguageFolders().tags()) {
      RenderedMail mail = RenderedMail.of(MessageKind.AUTHENTICATION, language, GATEHOUSE);
      assertThat(mail.plainText()).doesNotContainPattern("\\d");
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, -, en",
        "es, -, es",
        "-, es, es",
        "es, en, es",
        "en, es, en",
        "es-MX, -, es",
        "es_MX, -, es",
        "ES-419, -, es",
        "qaa-Latn-QM, es, es",
        "qaa, -, en",
        "qaa, qab, en",
        "'', es, es",
        "e, -, en",
        "esx, -, en",
        "../es, -, en",
        "es/../en, -, en",
        "languages, -, en",
        "'es,en', -, en"
      })
  void languageIsTheClientsOrTheUsersOrTheDefault(
      String requested, String attribute, String language) {
    assertThat(
            renderer.chooseLanguage(
                Collections.singletonMap("locale", requested),
                Collections.singletonMap("locale", attribute)))
        .isEqualTo(language);
  }

  @Test
  void mailIsInTheRequestedLanguage() {
    Mail mail = renderer.render(MessageKind.SIGN_UP, "es-MX", Placeholders.of("402913"));
    assertThat(mail.subject()).isEqualTo("Tu código de verificación de Gatehouse");
  }

  @ParameterizedTest
  @CsvSource({
    "ar-EG, rtl, رمز التحقق الخاص بك في Gatehouse",
    "de-AT, ltr, Ihr Bestätigungscode für Gatehouse",
    "fr-CA, ltr, Votre code de vérification Gatehouse",
    "it, ltr, Il tuo codice di verifica per Gatehouse",
    "ja-JP, ltr, 【Gatehouse】確認コードのお知らせ",
    "pt-BR, ltr, Gatehouse: seu código de verificação"
  })
  void mailIsInALanguageWithItsDirection(String requested, String direction, String subject) {
    Mail mail = renderer.render(MessageKind.SIGN_UP, requested, Placeholders.of("402913"));
    assertThat(mail.subject()).isEqualTo(subject);
    assertThat(mail.html()).contains("dir=\"" + direction + "\">\n<head>");
  }

  @Test
  void longLocaleIsIgnored() {
    String longLocale = "es" + "-a".repeat(100_000);
    assertThat(renderer.chooseLanguage(Map.of("locale", longLocale), null)).isEqualTo("en");
  }

  @Test
  void defaultLanguageIsASetting() {
    MailRenderer spanish =
        MailRenderer.of(Map.of("PRODUCT_NAME", "Gatehouse", "DEFAULT_LOCALE", "es-ES"));
    assertThat(spanish.chooseLanguage(null, null)).isEqualTo("es");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "qaa", "english", "../es"})
  void unavailableDefaultLanguageIsRefused(String locale) {
    assertThatExceptionOfType(InvalidMessageSetting.class)
        .isThrownBy(
            () -> MailRenderer.of(Map.of("PRODUCT_NAME", "Gatehouse", "DEFAULT_LOCALE", locale)))
        .withMessage(
            "DEFAULT_LOCALE must be one of " + String.join(", ", new LanguageFolders().tags()));
  }

  @Test
  void productNameIsEscapedInHtmlOnly() {
    String product = "<b>\"R&D\"</b> 'n' co";
    Mail mail =
        MailRenderer.of(Map.of("PRODUCT_NAME", product))
            .render(MessageKind.SIGN_UP, "en", Placeholders.of("123456"));
    assertThat(mail.subject()).isEqualTo("Your " + product + " verification code");
    assertThat(mail.html())
        .contains("&lt;b&gt;&quot;R&amp;D&quot;&lt;/b&gt; &#x27;n&#x27; co")
        .doesNotContain("<b>", "R&D", "\"R");
    assertThat(mail.text()).contains(product);
  }

  @Test
  void passwordIsEscapedInHtmlOnly() {
    Mail mail =
        renderer.render(MessageKind.ADMIN_CREATE_USER, "en", Placeholders.of("a<b>&\"c';1A"));
    assertThat(mail.html()).contains(">a&lt;b&gt;&amp;&quot;c&#x27;;1A</p>");
    assertThat(mail.text()).contains("\na<b>&\"c';1A\n");
  }

  @Test
  void colorAndSupportAddressAreSettings() {
    Mail mail =
        MailRenderer.of(
                Map.of(
                    "PRODUCT_NAME", "Gatehouse",
                    "BRAND_COLOR", "#FFD166",
                    "SUPPORT_ADDRESS", "help@example.com"))
            .render(MessageKind.SIGN_UP, "en", Placeholders.of("1"));
    assertThat(mail.html()).contains("background-color:#ffd166", "color:#14181d");
    assertThat(mail.html()).contains("Questions? Write to help@example.com.");
    assertThat(mail.text()).endsWith("Questions? Write to help@example.com.\n");
  }
}
