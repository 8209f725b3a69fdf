package dev.gatehouse.triggers.custommessage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import dev.gatehouse.lambda.testing.Events;
import dev.gatehouse.lambda.testing.RecordedLog;
import dev.gatehouse.lambda.testing.RoundTrip;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CustomMessageHandlerTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T10:42:59Z"), ZoneOffset.UTC);
  private static final String SIGN_UP = "custom-message/sign-up";
  private static final Map<String, String> SETTINGS =
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

  private JsonObject handle(JsonObject event) {
    return handle(event, SETTINGS);
  }

  private JsonObject handle(JsonObject event, Map<String, String> settings) {
    return RoundTrip.through(
        new CustomMessageHandler(new FunctionSettings(settings), log.of("custom-message"), CLOCK),
        event);
  }

  private JsonObject mail(JsonObject event) {
    return handle(event).getAsJsonObject("response");
  }

  @ParameterizedTest
  @MethodSource("sources")
  void responseHasTheMailAndEveryOtherFieldIsUnchanged(String source) {
    JsonObject event = Events.event("custom-message/" + source);
    assertThat(RoundTrip.differences(event, handle(event)))
        .containsExactly("/response/emailMessage", "/response/emailSubject");
    assertThat(log.line().get("outcome").getAsString()).isEqualTo("worded");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"CustomMessage_FromTheFuture", "CustomMessage_AccountTakeOverNotification", ""})
  void unknownSourcePassesThroughAndIsLogged(String source) {
    JsonObject event = Events.event(SIGN_UP);
    event.addProperty("triggerSource", source);
    assertThat(RoundTrip.differences(event, handle(event))).isEmpty();
    assertThat(log.line().get("outcome").getAsString()).isEqualTo("passed-through");
    assertThat(log.line().get("triggerSource").getAsString()).isEqualTo(source);
  }

  @ParameterizedTest
  @CsvSource({
    "en, Your Gatehouse verification code",
    "es, Tu código de verificación de Gatehouse",
    "es-AR, Tu código de verificación de Gatehouse",
    "qaa, Your Gatehouse verification code"
  })
  void mailIsInTheClientsLanguage(String locale, String subject) {
    JsonObject event = Events.event(SIGN_UP);
    event
        .getAsJsonObject("request")
        .getAsJsonObject("clientMetadata")
        .addProperty("locale", locale);
    assertThat(mail(event).get("emailSubject").getAsString()).isEqualTo(subject);
  }

  @Test
  void mailIsInTheUsersLanguageIfTheClientHasNone() {
    JsonObject event = Events.event("custom-message/authentication");
    Events.attributes(event).addProperty("locale", "es");
    assertThat(mail(event).get("emailSubject").getAsString())
        .isEqualTo("Tu código de inicio de sesión en Gatehouse");
  }

  @Test
  void refusedChangedAddressGetsNoMail() {
    JsonObject event = Events.event("custom-message/update-user-attribute");
    assertThatExceptionOfType(AddressRefused.class)
        .isThrownBy(() -> handle(event, DENIED))
        .withMessage("EMAIL_NOT_ALLOWED: This email address cannot be used to sign up")
        .withNoCause()
        .satisfies(refusal -> assertThat(refusal.getStackTrace()).isEmpty());
    assertThat(log.line().get("outcome").getAsString()).isEqualTo("refused");
    assertThat(log.line().get("code").getAsString()).isEqualTo("EMAIL_NOT_ALLOWED");
    assertThat(log.line().get("AddressChangesRefused").getAsInt()).isOne();
  }

  @Test
  void rulesApplyToChangedAddressesOnly() {
    assertThat(handle(Events.event(SIGN_UP), DENIED).getAsJsonObject("response").keySet())
        .contains("emailMessage");
  }

  @Test
  void malformedRuleIsRefusedAtStart() {
    assertThatExceptionOfType(InvalidSetting.class)
        .isThrownBy(
            () ->
                new CustomMessageHandler(
                    new FunctionSettings(Map.of("PRODUCT_NAME", "G", "EMAIL_ALLOWLIST", "shut")),
                    log.of("custom-message"),
                    CLOCK))
        .withMessageStartingWith("EMAIL_ALLOWLIST");
  }

  @Test
  void mailSaysWhenTheUserAskedForIt() {
    assertThat(mail(Events.event(SIGN_UP)).get("emailMessage").getAsString())
        .contains(">You asked for this at 10:42 UTC.</td>");
  }

  @Test
  void linkContainsTheCodeParameterToo() {
    Map<String, String> linked =
        Map.of("PRODUCT_NAME", "Gatehouse", "PRODUCT_URL", "https://app.example.com");
    JsonObject response = handle(Events.event(SIGN_UP), linked).getAsJsonObject("response");
    assertThat(response.get("emailMessage").getAsString())
        .contains("href=\"https://app.example.com/confirm?code={####}\"", ">{####}</p>");
  }

  @Test
  void mailContainsTheCodeParameterOfTheEvent() {
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
  void mailContainsNothingThatTheUserChose(String input) {
    for (String source : SOURCES) {
      JsonObject expected = mail(Events.event("custom-message/" + source));
      JsonObject event = Events.event("custom-message/" + source);
      for (String name : List.of("name", "given_name", "locale", "custom:x", "zoneinfo")) {
        Events.attributes(event).addProperty(name, input);
      }
      if (!source.equals("update-user-attribute")) { // the rules would refuse this address
        Events.attributes(event).addProperty("email", input);
      }
      event.addProperty("userName", input);
      JsonObject metadata = new JsonObject();
      metadata.addProperty("locale", input);
      metadata.addProperty(input, input);
      event.getAsJsonObject("request").add("clientMetadata", metadata);
      assertThat(mail(event)).isEqualTo(expected);
    }
  }

  @Test
  void textMessageIsUnchanged() {
    JsonObject event = Events.event(SIGN_UP);
    event.getAsJsonObject("response").addProperty("smsMessage", "Code {####}");
    assertThat(mail(event).get("smsMessage").getAsString()).isEqualTo("Code {####}");
  }

  @Test
  void missingResponseIsCreated() {
    JsonObject event = Events.event(SIGN_UP);
    event.remove("response");
    assertThat(mail(event).has("emailMessage")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"codeParameter", "request"})
  void eventWithoutCodeParameterPassesThrough(String missing) {
    JsonObject event = Events.event(SIGN_UP);
    event.getAsJsonObject("request").remove(missing);
    if (missing.equals("request")) {
      event.add("request", JsonNull.INSTANCE);
    }
    assertThat(RoundTrip.differences(event, handle(event))).isEmpty();
    assertThat(log.line().get("code").getAsString()).isEqualTo("CODE_PARAMETER_MISSING");
    assertThat(log.line().get("level").getAsString()).isEqualTo("ERROR");
  }

  @Test
  void invitationWithoutUserNameParameterPassesThrough() {
    JsonObject event = Events.event("custom-message/admin-create-user");
    event.getAsJsonObject("request").remove("usernameParameter");
    assertThat(RoundTrip.differences(event, handle(event))).isEmpty();
    assertThat(log.line().get("code").getAsString()).isEqualTo("USERNAME_PARAMETER_MISSING");
  }

  @Test
  void invitationContainsCodeAndUserName() {
    assertThat(
            mail(Events.event("custom-message/admin-create-user"))
                .get("emailMessage")
                .getAsString())
        .containsOnlyOnce("{####}")
        .containsOnlyOnce("{username}");
  }

  @Test
  void eventPassesThroughIfRenderingFails() {
    JsonObject event = Events.event(SIGN_UP);
    event.getAsJsonObject("request").addProperty("codeParameter", "e");
    assertThat(RoundTrip.differences(event, handle(event))).isEmpty();
    assertThat(log.line().get("code").getAsString()).isEqualTo("INTERNAL");
    assertThat(log.line().get("failure").getAsString())
        .isEqualTo("java.lang.IllegalArgumentException");
  }

  @ParameterizedTest
  @MethodSource("sources")
  void logContainsNoPersonalData(String source) {
    JsonObject event = Events.event("custom-message/" + source);
    handle(event);
    assertThat(log.lines())
        .hasSize(1)
        .allSatisfy(line -> assertThat(line).doesNotContain(Events.personal(event)));
  }
}
