package dev.gatehouse.triggers.customemailsender;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.gatehouse.triggers.Events;
import dev.gatehouse.triggers.RoundTrip;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CustomEmailSenderHandlerTest extends OneSender {
  @ParameterizedTest
  @MethodSource(SOURCES)
  void everySourceIsSentOnceToTheUsersAddress(String source) {
    handle(event(source, "402913"));
    assertThat(deliveries.getFirst().address())
        .isEqualTo(Events.attributes(event(source, "")).get("email").getAsString());
    boolean code = !source.equals("account-take-over-notification");
    assertThat(mails.getFirst().text().contains("\n402913\n")).isEqualTo(code);
    assertThat(mails.getFirst().html().contains(">402913</p>")).isEqualTo(code);
    assertThat(log.line().get("outcome").getAsString()).isEqualTo("sent");
    assertThat(log.line().get("MailsSent").getAsInt()).isOne();
  }

  @Test
  void passwordIsSentAsThePersonIsToTypeIt() {
    handle(event("admin-create-user", "a&lt;B&gt;7&amp;c"));
    assertThat(mails.getFirst().text()).contains("\na<B>7&c\n");
    assertThat(mails.getFirst().html()).contains(">a&lt;B&gt;7&amp;c</p>");
  }

  @Test
  void invitationNamesTheAddressToSignInWith() {
    handle(event("admin-create-user", "402913"));
    assertThat(mails.getFirst().text()).contains("Your user name:\nfoo@example.com\n");
  }

  @Test
  void addressThatIsMoreThanOneIsNotWrittenIntoTheInvitation() {
    JsonObject event = event("admin-create-user", "402913");
    Events.attributes(event).addProperty("email", "\"<b>x</b>\"@example.com");
    handle(event);
    assertThat(mails.getFirst().text()).doesNotContain("user name:", "example.com", "<");
  }

  @Test
  void codeIsNoPasswordAndStaysAsItIs() {
    handle(event("sign-up", "&lt;"));
    assertThat(mails.getFirst().text()).contains("\n&lt;\n");
  }

  @Test
  void languageIsTheClientsThenTheUsers() {
    JsonObject event = event("sign-up", "402913");
    Events.attributes(event).addProperty("locale", "es-MX");
    handle(event);
    assertThat(deliveries.getLast().language()).isEqualTo("es");
    assertThat(mails.getLast().subject()).isEqualTo("Tu código de verificación de Gatehouse");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"><a href=//evil>x</a>", "evil.tk/x", "{####}", "{{words}}", "a\r\nBcc: b@c.de"})
  void nothingThatAPersonChoosesChangesAByteOfTheMail(String evil) {
    for (String source : sources().toList()) {
      handle(event(source, "402913"));
      JsonObject event = event(source, "402913");
      for (String name : List.of("name", "given_name", "locale", "DEVICE_NAME", "CITY", "sub")) {
        Events.attributes(event).addProperty(name, evil);
      }
      event.addProperty("userName", evil);
      JsonObject metadata = new JsonObject();
      metadata.addProperty("locale", evil);
      metadata.addProperty(evil, evil);
      event.getAsJsonObject("request").add("clientMetadata", metadata);
      Events.attributes(event).addProperty("EVENT_ID", evil);
      handle(event);
      assertThat(mails.getLast()).as(source).isEqualTo(mails.getFirst());
      mails.clear();
    }
  }

  @Test
  void changedAddressThatTheRulesRefuseGetsNothing() {
    environment.put("EMAIL_DENY", "example.com");
    handle(event("update-user-attribute", "402913"));
    assertThat(mails).isEmpty();
    assertThat(log.line().get("outcome").getAsString()).isEqualTo("refused");
    assertThat(log.line().get("code").getAsString()).isEqualTo("EMAIL_NOT_ALLOWED");
    assertThat(log.line().get("AddressChangesRefused").getAsInt()).isOne();
  }

  @Test
  void otherMailsGoOutWhateverTheRules() {
    environment.put("EMAIL_DENY", "example.com");
    sources()
        .filter(source -> !source.equals("update-user-attribute"))
        .forEach(source -> handle(event(source, "402913")));
    assertThat(mails).hasSize(7);
  }

  @Test
  void unknownSourceIsNotGuessedAt() {
    JsonObject event = event("sign-up", "402913");
    event.addProperty("triggerSource", "CustomEmailSender_FromTheFuture");
    notSent(event, NotSent.SOURCE_UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"request", "userAttributes", "email"})
  void withoutAnAddressNothingIsSent(String missing) {
    JsonObject event = event("sign-up", "402913");
    switch (missing) {
      case "request" -> event.add("request", JsonNull.INSTANCE);
      case "email" -> Events.attributes(event).remove("email");
      default -> event.getAsJsonObject("request").add(missing, JsonNull.INSTANCE);
    }
    notSent(event, NotSent.ADDRESS_MISSING);
  }

  @Test
  void withoutACodeNothingIsSent() {
    JsonObject event = event("sign-up", "402913");
    event.getAsJsonObject("request").add("code", JsonNull.INSTANCE);
    notSent(event, NotSent.CODE_MISSING);
  }

  @Test
  void codeOfAnotherPoolIsNotSent() {
    JsonObject event = event("sign-up", "402913");
    event.addProperty("userPoolId", "us-east-1_OTHER");
    notSent(event, NotSent.CODE_OF_ANOTHER_POOL);
  }

  @Test
  void whateverElseBreaksIsWorthAnotherCall() {
    failure = new IllegalStateException("jane@example.com");
    notSent(event("sign-up", "402913"), NotSent.INTERNAL);
    assertThat(log.line().get("failure").getAsString())
        .isEqualTo("java.lang.IllegalStateException");
  }

  @ParameterizedTest
  @MethodSource(SOURCES)
  void logSaysNothingOfThePersonOrTheCode(String source) {
    JsonObject event = event(source, "402913");
    handle(event);
    failure = new MailNotSent(NotSent.SES_REJECTED, new IllegalStateException("jane@example.com"));
    JsonObject other = event(source, "402913");
    other.addProperty("userName", "another");
    handle(other);
    assertThat(log.lines())
        .hasSize(2)
        .allSatisfy(line ->
            assertThat(line).doesNotContain(Events.personal(event)).doesNotContain("402913"));
  }

  @ParameterizedTest
  @MethodSource(SOURCES)
  void eventLosesNothingOnItsWayIn(String source) {
    JsonObject event = event(source, "402913");
    CustomEmailSenderEvent read = RoundTrip.read(event, CustomEmailSenderEvent.class);
    assertThat(RoundTrip.differences(event, RoundTrip.written(read, CustomEmailSenderEvent.class)))
        .isEmpty();
  }
}
