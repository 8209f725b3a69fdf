package dev.gatehouse.triggers.custommessage;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.gatehouse.triggers.Events;
import dev.gatehouse.triggers.RecordedLog;
import dev.gatehouse.triggers.RoundTrip;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CustomMessageHandlerTest {
  private static final String SIGN_UP = "custom-message/sign-up";
  private static final Map<String, String> ENVIRONMENT = Map.of("PRODUCT_NAME", "Gatehouse");

  private final RecordedLog log = new RecordedLog();

  private JsonObject handled(JsonObject event) {
    return RoundTrip.through(
        new CustomMessageHandler(ENVIRONMENT, log.of("custom-message")), event);
  }

  private JsonObject mail(JsonObject event) {
    return handled(event).getAsJsonObject("response");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sign-up", "resend-code", "forgot-password"})
  void mailIsWordedAndEveryOtherFieldComesBack(String source) {
    JsonObject event = Events.event("custom-message/" + source);
    assertThat(RoundTrip.differences(event, handled(event)))
        .containsExactly("/response/emailMessage", "/response/emailSubject");
    assertThat(log.line().get("outcome").getAsString()).isEqualTo("worded");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "admin-create-user",
        "update-user-attribute",
        "verify-user-attribute",
        "authentication"
      })
  void otherSourcesPassThroughUntouchedAndAreLogged(String source) {
    JsonObject event = Events.event("custom-message/" + source);
    assertThat(RoundTrip.differences(event, handled(event))).isEmpty();
    assertThat(log.line().get("outcome").getAsString()).isEqualTo("passed-through");
    assertThat(log.line().get("triggerSource"))
        .isEqualTo(event.getAsJsonPrimitive("triggerSource"));
  }

  @Test
  void sourceFromTheFuturePassesThrough() {
    JsonObject event = Events.event(SIGN_UP);
    event.addProperty("triggerSource", "CustomMessage_FromTheFuture");
    assertThat(RoundTrip.differences(event, handled(event))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "sign-up, Your Gatehouse verification code, 24 hours",
    "resend-code, Your new Gatehouse verification code, 24 hours",
    "forgot-password, Reset your Gatehouse password, 1 hour",
  })
  void eachMailSaysWhatItIsForAndHowLongItsCodeLives(
      String source, String subject, String lifetime) {
    JsonObject mail = mail(Events.event("custom-message/" + source));
    assertThat(mail.get("emailSubject").getAsString()).isEqualTo(subject);
    assertThat(mail.get("emailMessage").getAsString())
        .contains("The code is valid for " + lifetime + ".");
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
    for (String source : List.of("sign-up", "resend-code", "forgot-password")) {
      JsonObject plain = mail(Events.event("custom-message/" + source));
      JsonObject event = Events.event("custom-message/" + source);
      for (String name : List.of("email", "name", "given_name", "locale", "custom:x", "zoneinfo")) {
        Events.attributes(event).addProperty(name, evil);
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
  void mailThatCannotBeWrittenIsLeftToCognito() {
    JsonObject event = Events.event(SIGN_UP);
    event.getAsJsonObject("request").addProperty("codeParameter", "e");
    assertThat(RoundTrip.differences(event, handled(event))).isEmpty();
    assertThat(log.line().get("code").getAsString()).isEqualTo("INTERNAL");
    assertThat(log.line().get("failure").getAsString())
        .isEqualTo("java.lang.IllegalArgumentException");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sign-up",
        "resend-code",
        "forgot-password",
        "admin-create-user",
        "update-user-attribute",
        "verify-user-attribute",
        "authentication"
      })
  void logSaysNothingOfThePerson(String source) {
    JsonObject event = Events.event("custom-message/" + source);
    handled(event);
    assertThat(log.lines())
        .hasSize(1)
        .allSatisfy(line -> assertThat(line).doesNotContain(Events.personal(event)));
  }
}
