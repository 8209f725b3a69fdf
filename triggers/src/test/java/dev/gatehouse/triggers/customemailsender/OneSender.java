package dev.gatehouse.triggers.customemailsender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.triggers.AnyContext;
import dev.gatehouse.triggers.Events;
import dev.gatehouse.triggers.RecordedLog;
import dev.gatehouse.triggers.RoundTrip;
import dev.gatehouse.triggers.messages.Mail;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Builds the function on what is here, and keeps what it sends. */
abstract class OneSender {
  static final String SOURCES = "dev.gatehouse.triggers.customemailsender.OneSender#sources";

  final RecordedLog log = new RecordedLog();
  final MovedClock clock = new MovedClock();
  final SentCodes codes = new InMemorySentCodes(clock);
  final Map<String, String> environment =
      new HashMap<>(Map.of("PRODUCT_NAME", "Gatehouse", "EMAIL_SPECIAL_USE", "off"));
  final List<Mail> mails = new ArrayList<>();
  final List<Delivery> deliveries = new ArrayList<>();
  @Nullable RuntimeException failure;

  static Stream<String> sources() {
    return Stream.of(
        "sign-up",
        "resend-code",
        "forgot-password",
        "admin-create-user",
        "update-user-attribute",
        "verify-user-attribute",
        "authentication",
        "account-take-over-notification");
  }

  void send(Mail mail, Delivery delivery) {
    if (failure != null) {
      throw failure;
    }
    mails.add(mail);
    deliveries.add(delivery);
  }

  void handle(JsonObject event) {
    handle(event, codes);
  }

  void handle(JsonObject event, SentCodes remembered) {
    new CustomEmailSenderHandler(
            environment,
            new KmsSealedCodes<>(Seals.key(1)),
            new Postman(remembered, this::send),
            log.of("custom-email-sender"))
        .handleRequest(
            RoundTrip.read(event, CustomEmailSenderEvent.class), new AnyContext("request-1"));
  }

  static JsonObject event(String source, String code) {
    JsonObject event = Events.event("custom-email-sender/" + source);
    JsonObject request = event.getAsJsonObject("request");
    if (!request.get("code").isJsonNull()) {
      request.addProperty("code", Seals.seal(code));
    }
    return event;
  }

  JsonObject lastLine() {
    return JsonParser.parseString(log.lines().getLast()).getAsJsonObject();
  }

  void notSent(JsonObject event, NotSent why) {
    if (why.isWorthAnotherCall()) {
      assertThatExceptionOfType(MailNotSent.class)
          .isThrownBy(() -> handle(event))
          .withMessage("MAIL_NOT_SENT: The mail could not be sent. Try again later")
          .withNoCause()
          .satisfies(thrown -> assertThat(thrown.getStackTrace()).isEmpty());
    } else {
      handle(event);
    }
    assertThat(mails).isEmpty();
    assertThat(lastLine().get("level").getAsString()).isEqualTo("ERROR");
    assertThat(lastLine().get("outcome").getAsString()).isEqualTo("not-sent");
    assertThat(lastLine().get("code").getAsString()).isEqualTo(why.name());
    assertThat(lastLine().get("MailsNotSent").getAsInt()).isOne();
  }
}
