package dev.gatehouse.triggers.customemailsender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.gatehouse.lambda.settings.InvalidSetting;
import dev.gatehouse.lambda.testing.Events;
import dev.gatehouse.lambda.testing.RoundTrip;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CustomEmailSenderHandlerTest extends CustomEmailSenderFixture {
  @ParameterizedTest
  @MethodSource(SOURCES)
  void everySourceSendsOneMailToTheUsersAddress(String source) {
    handle(event(source, "402913"));
    assertThat(requests.getFirst().address())
        .isEqualTo(Events.attributes(event(source, "")).get("email").getAsString());
    boolean code = !source.equals("account-take-over-notification");
    assertThat(mails.getFirst().text().contains("\n402913\n")).isEqualTo(code);
    assertThat(mails.getFirst().html().contains(">402913</p>")).isEqualTo(code);
    assertThat(log.line().get("outcome").getAsString()).isEqualTo("sent");
    assertThat(log.line().get("MailsSent").getAsInt()).isOne();
  }

  @Test
  void mailSaysWhenTheUserAskedForIt() {
    handle(event("sign-up", "402913"));
    assertThat(mails.getFirst().text()).contains("You asked for this at 03:04 UTC.");
  }

  private static JsonObject queued(String locale) {
    JsonObject attributes = new JsonObject();
    attributes.addProperty("sub", "s");
    attributes.addProperty("email", "jane@example.com");
    attributes.addProperty("locale", locale);
    attributes.addProperty("EVENT_ID", "2026-11-22T10:42:00Z");
    JsonObject request = new JsonObject();
    request.add("userAttributes", attributes);
    JsonObject event = new JsonObject();
    event.addProperty("triggerSource", "CustomEmailSender_PasswordChanged");
    event.addProperty("userPoolId", "us-east-1_POOL");
    event.addProperty("userName", "name");
    event.add("request", request);
    JsonObject message = new JsonObject();
    message.addProperty("messageId", "1");
    message.addProperty("eventSource", "aws:sqs");
    message.addProperty("body", event.toString());
    JsonArray records = new JsonArray();
    records.add(message);
    JsonObject batch = new JsonObject();
    batch.add("Records", records);
    return batch;
  }

  @Test
  void queuedNoticeIsSentOnceInTheUsersLanguage() {
    handle(queued("es"));
    handle(queued("es"));
    assertThat(mails).hasSize(1);
    assertThat(mails.getFirst().subject()).isEqualTo("Tu contraseña de Gatehouse ha cambiado");
    assertThat(requests.getFirst().address()).isEqualTo("jane@example.com");
    assertThat(lastLogLine().get("outcome").getAsString()).isEqualTo("already-sent");
  }

  @Test
  void noticeThatSesDoesNotTakeIsRepeatedByTheQueue() {
    failure = new MailNotSent(SendFailure.SES_THROTTLED);
    assertNotSent(queued("en"), SendFailure.SES_THROTTLED);
  }

  @Test
  void codeIsInTheSubjectIfSet() {
    settings.put("CODE_IN_SUBJECT", "true");
    handle(event("sign-up", "402913"));
    assertThat(mails.getFirst().subject())
        .isEqualTo("402913 \u2013 Your Gatehouse verification code");
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin-create-user", "account-take-over-notification"})
  void subjectHasNoPasswordEvenIfSet(String source) {
    settings.put("CODE_IN_SUBJECT", "true");
    handle(event(source, "402913"));
    assertThat(mails.getFirst().subject()).doesNotContain("402913", "null");
  }

  @Test
  void malformedCodeInSubjectIsRefusedAtStart() {
    settings.put("CODE_IN_SUBJECT", "yes");
    assertThatExceptionOfType(InvalidSetting.class)
        .isThrownBy(() -> handle(event("sign-up", "402913")))
        .withMessage("CODE_IN_SUBJECT must be true or false");
  }

  @Test
  void passwordIsUnescaped() {
    handle(event("admin-create-user", "a&lt;B&gt;7&amp;c"));
    assertThat(mails.getFirst().text()).contains("\na<B>7&c\n");
    assertThat(mails.getFirst().html()).contains(">a&lt;B&gt;7&amp;c</p>");
  }

  @Test
  void invitationContainsTheAddressAsUserName() {
    handle(event("admin-create-user", "402913"));
    assertThat(mails.getFirst().text()).contains("Your user name:\nfoo@example.com\n");
  }

  @Test
  void invitationOmitsAQuotedAddress() {
    JsonObject event = event("admin-create-user", "402913");
    Events.attributes(event).addProperty("email", "\"<b>x</b>\"@example.com");
    handle(event);
    assertThat(mails.getFirst().text()).doesNotContain("user name:", "example.com", "<");
  }

  @Test
  void htmlEntityInACodeIsSentUnchanged() {
    handle(event("sign-up", "&lt;"));
    assertThat(mails.getFirst().text()).contains("\n&lt;\n");
  }

  @Test
  void unavailableLanguageOfTheClientFallsBackToTheUsers() {
    JsonObject event = event("sign-up", "402913");
    event.getAsJsonObject("request").getAsJsonObject("clientMetadata").addProperty("locale", "qaa");
    Events.attributes(event).addProperty("locale", "es-MX");
    handle(event);
    assertThat(requests.getLast().language()).isEqualTo("es");
    assertThat(mails.getLast().subject()).isEqualTo("Tu código de verificación de Gatehouse");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"><a href=//evil>x</a>", "evil.tk/x", "{####}", "{{copy}}", "a\r\nBcc: b@c.de"})
  void mailContainsNothingThatTheUserChose(String input) {
    for (String source : sources().toList()) {
      handle(event(source, "402913"));
      JsonObject event = event(source, "402913");
      for (String name : List.of("name", "given_name", "locale", "DEVICE_NAME", "CITY", "sub")) {
        Events.attributes(event).addProperty(name, input);
      }
      event.addProperty("userName", input);
      JsonObject metadata = new JsonObject();
      metadata.addProperty("locale", input);
      metadata.addProperty(input, input);
      event.getAsJsonObject("request").add("clientMetadata", metadata);
      Events.attributes(event).addProperty("EVENT_ID", input);
      handle(event);
      assertThat(mails.getLast()).as(source).isEqualTo(mails.getFirst());
      mails.clear();
    }
  }

  @Test
  void refusedChangedAddressGetsNoMail() {
    settings.put("EMAIL_DENY", "example.com");
    handle(event("update-user-attribute", "402913"));
    assertThat(mails).isEmpty();
    assertThat(log.line().get("outcome").getAsString()).isEqualTo("refused");
    assertThat(log.line().get("code").getAsString()).isEqualTo("EMAIL_NOT_ALLOWED");
    assertThat(log.line().get("AddressChangesRefused").getAsInt()).isOne();
  }

  @Test
  void rulesApplyToChangedAddressesOnly() {
    settings.put("EMAIL_DENY", "example.com");
    sources()
        .filter(source -> !source.equals("update-user-attribute"))
        .forEach(source -> handle(event(source, "402913")));
    assertThat(mails).hasSize(7);
  }

  @Test
  void unknownSourceSendsNoMail() {
    JsonObject event = event("sign-up", "402913");
    event.addProperty("triggerSource", "CustomEmailSender_FromTheFuture");
    assertNotSent(event, SendFailure.SOURCE_UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"request", "userAttributes", "email"})
  void eventWithoutAnAddressSendsNoMail(String missing) {
    JsonObject event = event("sign-up", "402913");
    switch (missing) {
      case "request" -> event.add("request", JsonNull.INSTANCE);
      case "email" -> Events.attributes(event).remove("email");
      default -> event.getAsJsonObject("request").add(missing, JsonNull.INSTANCE);
    }
    assertNotSent(event, SendFailure.ADDRESS_MISSING);
  }

  @Test
  void eventWithoutACodeSendsNoMail() {
    JsonObject event = event("sign-up", "402913");
    event.getAsJsonObject("request").add("code", JsonNull.INSTANCE);
    assertNotSent(event, SendFailure.CODE_MISSING);
  }

  @Test
  void codeOfAnotherUserPoolIsNotSent() {
    JsonObject event = event("sign-up", "402913");
    event.addProperty("userPoolId", "us-east-1_OTHER");
    assertNotSent(event, SendFailure.CODE_OF_ANOTHER_POOL);
  }

  @Test
  void otherFailuresAreRetried() {
    failure = new IllegalStateException("jane@example.com");
    assertNotSent(event("sign-up", "402913"), SendFailure.INTERNAL);
    assertThat(log.line().get("failure").getAsString())
        .isEqualTo("java.lang.IllegalStateException");
  }

  @ParameterizedTest
  @MethodSource(SOURCES)
  void logContainsNoPersonalDataAndNoCode(String source) {
    JsonObject event = event(source, "402913");
    handle(event);
    failure =
        new MailNotSent(SendFailure.SES_REJECTED, new IllegalStateException("jane@example.com"));
    JsonObject other = event(source, "402913");
    other.addProperty("userName", "another");
    handle(other);
    assertThat(log.lines())
        .hasSize(2)
        .allSatisfy(
            line ->
                assertThat(line).doesNotContain(Events.personal(event)).doesNotContain("402913"));
  }

  @ParameterizedTest
  @MethodSource(SOURCES)
  void eventClassHasEveryField(String source) {
    JsonObject event = event(source, "402913");
    CustomEmailSenderEvent read = RoundTrip.read(event, CustomEmailSenderEvent.class);
    assertThat(RoundTrip.differences(event, RoundTrip.written(read, CustomEmailSenderEvent.class)))
        .isEmpty();
  }
}
