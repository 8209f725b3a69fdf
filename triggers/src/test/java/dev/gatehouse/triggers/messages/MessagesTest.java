package dev.gatehouse.triggers.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.triggers.SettingInvalid;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which words, in which language, for which mail. */
final class MessagesTest {
  private static final Map<String, String> GATEHOUSE = Map.of("PRODUCT_NAME", "Gatehouse");

  private final Messages messages = Messages.from(GATEHOUSE);

  @Test
  void englishAndSpanishAreThere() {
    assertThat(new LanguageFolders().tags()).contains("en", "es");
  }

  @Test
  void noTwoMailsAreAlike() {
    Set<String> subjects = new HashSet<>();
    Set<String> pages = new HashSet<>();
    for (Sample mail : Sample.all()) {
      subjects.add(mail.mail().subject());
      pages.add(mail.html());
    }
    assertThat(subjects).hasSameSizeAs(Sample.all());
    assertThat(pages).hasSameSizeAs(Sample.all());
  }

  @ParameterizedTest
  @CsvSource({
    "SIGN_UP, 24 h",
    "RESEND_CODE, 24 h",
    "FORGOT_PASSWORD, 1 h",
    "ADMIN_CREATE_USER, 7 d",
    "UPDATE_USER_ATTRIBUTE, 24 h",
    "VERIFY_USER_ATTRIBUTE, 24 h"
  })
  void mailSaysTheLifetimeThatCognitoGivesItsCode(MessageKind kind, String lifetime) {
    assertThat(kind.lifetime().toHours() + " h")
        .isEqualTo(lifetime.equals("7 d") ? "168 h" : lifetime);
    for (String language : new LanguageFolders().tags()) {
      Sample mail = Sample.of(kind, language, GATEHOUSE);
      assertThat(mail.visible().split("\\b" + lifetime, -1)).as(mail.toString()).hasSize(3);
      assertThat(mail.plain()).contains(" " + lifetime);
    }
  }

  @Test
  void lifetimeThatThePoolDecidesIsNotSaidInNumbers() {
    for (String language : new LanguageFolders().tags()) {
      Sample mail = Sample.of(MessageKind.AUTHENTICATION, language, GATEHOUSE);
      assertThat(mail.plain()).doesNotContainPattern("\\d");
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
        "zh-Hant-TW, es, es",
        "de, -, en",
        "de, fr, en",
        "'', es, es",
        "e, -, en",
        "esx, -, en",
        "../es, -, en",
        "es/../en, -, en",
        "languages, -, en",
        "'es,en', -, en"
      })
  void languageIsTheClientsThenTheUsersThenTheUsualOne(
      String asked, String attribute, String language) {
    assertThat(
            messages.language(
                Collections.singletonMap("locale", asked),
                Collections.singletonMap("locale", attribute)))
        .isEqualTo(language);
  }

  @Test
  void longLocaleIsNotLookedAt() {
    String endless = "es" + "-a".repeat(100_000);
    assertThat(messages.language(Map.of("locale", endless), null)).isEqualTo("en");
  }

  @Test
  void usualLanguageIsASetting() {
    Messages spanish =
        Messages.from(Map.of("PRODUCT_NAME", "Gatehouse", "DEFAULT_LOCALE", "es-ES"));
    assertThat(spanish.language(null, null)).isEqualTo("es");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "de", "english", "../es"})
  void usualLanguageThatThereIsNotStopsTheFunction(String locale) {
    assertThatExceptionOfType(SettingInvalid.class)
        .isThrownBy(
            () -> Messages.from(Map.of("PRODUCT_NAME", "Gatehouse", "DEFAULT_LOCALE", locale)))
        .withMessageStartingWith("DEFAULT_LOCALE must be one of en, es");
  }

  @Test
  void nameOfTheProductIsEscapedOnThePageAndPlainInTheText() {
    String product = "<b>\"R&D\"</b> 'n' co";
    Mail mail =
        Messages.from(Map.of("PRODUCT_NAME", product))
            .mail(MessageKind.SIGN_UP, "en", Inserts.of("123456"));
    assertThat(mail.subject()).isEqualTo("Your " + product + " verification code");
    assertThat(mail.html())
        .contains("&lt;b&gt;&quot;R&amp;D&quot;&lt;/b&gt; &#x27;n&#x27; co")
        .doesNotContain("<b>", "R&D", "\"R");
    assertThat(mail.text()).contains(product);
  }

  @Test
  void passwordIsEscapedOnThePageAndPlainInTheText() {
    Mail mail = messages.mail(MessageKind.ADMIN_CREATE_USER, "en", Inserts.of("a<b>&\"c';1A"));
    assertThat(mail.html()).contains(">a&lt;b&gt;&amp;&quot;c&#x27;;1A</p>");
    assertThat(mail.text()).contains("\na<b>&\"c';1A\n");
  }

  @Test
  void colourAndSupportAddressAreSettings() {
    Mail mail =
        Messages.from(
                Map.of(
                    "PRODUCT_NAME", "Gatehouse",
                    "BRAND_COLOR", "#FFD166",
                    "SUPPORT_ADDRESS", "help@example.com"))
            .mail(MessageKind.SIGN_UP, "en", Inserts.of("1"));
    assertThat(mail.html()).contains("background-color:#ffd166", "color:#14181d");
    assertThat(mail.html()).contains("Questions? Write to help@example.com.");
    assertThat(mail.text()).endsWith("Questions? Write to help@example.com.\n");
  }
}
