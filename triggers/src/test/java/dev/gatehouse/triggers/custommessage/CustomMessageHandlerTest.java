package dev.gatehouse.triggers.custommessage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.gatehouse.triggers.Events;
import dev.gatehouse.triggers.RecordedLog;
import dev.gatehouse.triggers.RoundTrip;
import dev.gatehouse.triggers.SettingInvalid;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CustomMessageHandlerTest {
  private static final String SIGN_UP = "custom-message/sign-up";
  private static final Map<String, String> ENVIRONMENT =
      Map.of("PRODUCT_NAME", "Gatehouse", "EMAIL_SPECIAL_USE", "off");
  private static final Map<String, String> DENIED =
      Map.of("PRODUCT_NAME", "G", "EMAIL_SPECIAL_USE", "off", "EMAIL_DENY", "example.com");
  private static final List<String> SOURCES =
      List.of(
          "sign-up",
          "resend-code",
          "forgot-password",
          "admin-create-user",
          "update-user-attribute",
          "verify-user-attribute",
          "authentication");

  private final RecordedLog log = new RecordedLog();

  static List<String> sources() {
    return SOURCES;
  }

  private JsonObject handled(JsonObject event) {
    return handled(event, ENVIRONMENT);
  }

  private JsonObject handled(JsonObject event, Map<String, String> environment) {
    return RoundTrip.through(
        new CustomMessageHandler(environment, log.of("custom-message")), event);
  }

  private JsonObject mail(JsonObject event) {
    return handled(event).getAsJsonObject("response");
  }

  @ParameterizedTest
  @MethodSource("sources")
  void mailIsWordedAndEveryOtherFieldComesBack(String source) {
    JsonObject event = Events.event("custom-message/" + source);
    assertThat(RoundTrip.differences(event, handled(event)))
        .containsExactly("/response/emailMessage", "/response/emailSubject");
    assertThat(log.line().get("outcome").getAsString()).isEqualTo("worded");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"CustomMessage_FromTheFuture", "CustomMessage_AccountTakeOverNotification", ""})
  void sourceThatCognitoDoesNotHaveYetPassesThroughAndIsLogged(String source) {
    JsonObject event = Events.event(SIGN_UP);
    event.addProperty("triggerSource", source);
    assertThat(RoundTrip.differences(event, handled(event))).isEmpty();
    assertThat(log.line().get("outcome").getAsString()).isEqualTo("passed-through");
    assertThat(log.line().get("triggerSource").getAsString()).isEqualTo(source);
  }

  @ParameterizedTest
  @CsvSource({
    "en, Your Gatehouse verification code",
    "es, Tu código de verificación de Gatehouse",
    "es-AR, Tu código de verificación de Gatehouse",
    "fr, Your Gatehouse verification code"
  })
  void mailIsInTheLanguageThatTheClientAsksFor(String locale, String subject) {
    JsonObject event = Events.event(SIGN_UP);
    event
        .getAsJsonObject("request")
        .getAsJsonObject("clientMetadata")
        .addProperty("locale", locale);
    assertThat(mail(event).get("emailSubject").getAsString()).isEqualTo(subject);
  }

  @Test
  void mailIsInTheUsersLanguageWhereTheClientAsksForNone() {
    JsonObject event = Events.event("custom-message/authentication");
    Events.attributes(event).addProperty("locale", "es");
    assertThat(mail(event).get("emailSubject").getAsString())
        .isEqualTo("Tu código de inicio de sesión en Gatehouse");
  }

  @Test
  void changedAddressThatTheRulesRefuseIsNotMailed() {
    JsonObject event = Events.event("custom-message/update-user-attribute");
    assertThatExceptionOfType(AddressRefused.class)
        .isThrownBy(() -> handled(event, DENIED))
        .withMessage("EMAIL_NOT_ALLOWED: This email address cannot be used to sign up")
        .withNoCause()
        .satisfies(refusal -> assertThat(refusal.getStackTrace()).isEmpty());
    assertThat(log.line().get("outcome").getAsString()).isEqualTo("refused");
    assertThat(log.line().get("code").getAsString()).isEqualTo("EMAIL_NOT_ALLOWED");
    assertThat(log.line().get("AddressChangesRefused").getAsInt()).isOne();
  }

  @Test
  void otherMailsAreWordedWhateverTheRules() {
    assertThat(handled(Events.event(SIGN_UP), DENIED).getAsJsonObject("response").keySet())
        .contains("emailMessage");
  }

  @Test
  void malformedRuleStopsTheFunctionAtItsStart() {
    assertThatExceptionOfType(SettingInvalid.class)
        .isThrownBy(() ->
            new CustomMessageHandler(
                Map.of("PRODUCT_NAME", "G", "EMAIL_MODE", "shut"), log.of("custom-message")))
        .withMessageStartingWith("EMAIL_MODE");
  }

  @Test
  void codeStandsWhereCognitoSaysThatItLooksForIt() {
    JsonObject event = Events.event(SIGN_UP);
    event.getAsJsonObject("request").addProperty("codeParameter", "{another placeholder}");
    assertThat(mail(event).get("emailMessage").getAsString())
        .contains(">{another placeholder}<")
        .doesNotContain("{####}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"><a href=//evil>x</a>",
        "evil.tk/x",
        "{####}",
        "{username}",
        "${x}",
        "{{code}}",
        "a\r\nBcc: b@example.com",
        "\u202Egnp.exe",
        "\u200B",
      })
  void nothingThatAPersonChoosesChangesAByteOfTheMail(String evil) {
    for (String source : SOURCES) {
      JsonObject plain = mail(Events.event("custom-message/" + source));
      JsonObject event = Events.event("custom-message/" + source);
      for (String name : List.of("name", "given_name", "locale", "custom:x", "zoneinfo")) {
        Events.attributes(event).addProperty(name, evil);
      }
      if (!source.equals("update-user-attribute")) { // whose address is judged
        Events.attributes(event).addProperty("email", evil);
      }
      event.addProperty("userName", evil);
      JsonObject metadata = new JsonObject();
      metadata.addProperty("locale", evil);
      metadata.addProperty(evil, evil);
      event.getAsJsonObject("request").add("clientMetadata", metadata);
      assertThat(mail(event)).isEqualTo(plain);
    }
  }

  @Test
  void textMessageThatIsThereStaysThere() {
    JsonObject event = Events.event(SIGN_UP);
    event.getAsJsonObject("response").addProperty("smsMessage", "Code {####}");
    assertThat(mail(event).get("smsMessage").getAsString()).isEqualTo("Code {####}");
  }

  @Test
  void eventWithoutAResponseGetsOne() {
    JsonObject event = Events.event(SIGN_UP);
    event.remove("response");
    assertThat(mail(event).has("emailMessage")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"codeParameter", "request"})
  void withoutAPlaceForTheCodeCognitoWordsTheMailItself(String missing) {
    JsonObject event = Events.event(SIGN_UP);
    event.getAsJsonObject("request").remove(missing);
    if (missing.equals("request")) {
      event.add("request", JsonNull.INSTANCE);
    }
    assertThat(RoundTrip.differences(event, handled(event))).isEmpty();
    assertThat(log.line().get("code").getAsString()).isEqualTo("CODE_PARAMETER_MISSING");
    assertThat(log.line().get("level").getAsString()).isEqualTo("ERROR");
  }

  @Test
  void invitationWithoutAPlaceForTheUserNameIsLeftToCognito() {
    JsonObject event = Events.event("custom-message/admin-create-user");
    event.getAsJsonObject("request").remove("usernameParameter");
    assertThat(RoundTrip.differences(event, handled(event))).isEmpty();
    assertThat(log.line().get("code").getAsString()).isEqualTo("USERNAME_PARAMETER_MISSING");
  }

  @Test
  void invitationHasBothPlaces() {
    assertThat(
            mail(Events.event("custom-message/admin-create-user"))
                .get("emailMessage")
                .getAsString())
        .containsOnlyOnce("{####}")
        .containsOnlyOnce("{username}");
  }

  @Test
  void mailThatCannotBeWrittenIsLeftToCognito() {
    JsonObject event = Events.event(SIGN_UP);
    event.getAsJsonObject("request").addProperty("codeParameter", "e");
    assertThat(RoundTrip.differences(event, handled(event))).isEmpty();
    assertThat(log.line().get("code").getAsString()).isEqualTo("INTERNAL");
    assertThat(log.line().get("failure").getAsString())
        .isEqualTo("java.lang.IllegalArgumentException");
  }

  @ParameterizedTest
  @MethodSource("sources")
  void logSaysNothingOfThePerson(String source) {
    JsonObject event = Events.event("custom-message/" + source);
    handled(event);
    assertThat(log.lines())
        .hasSize(1)
        .allSatisfy(line -> assertThat(line).doesNotContain(Events.personal(event)));
  }
}
