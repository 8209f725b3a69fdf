package dev.gatehouse.triggers.customemailsender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.testing.AnyContext;
import dev.gatehouse.lambda.testing.Events;
import dev.gatehouse.lambda.testing.RecordedLog;
import dev.gatehouse.lambda.testing.RoundTrip;
import dev.gatehouse.messages.Mail;
import dev.gatehouse.triggers.customemailsender.kms.KmsEncryptedCodes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The handler with fake services, and the mails that it sends. */
abstract class CustomEmailSenderFixture {
  static final String SOURCES =
      "dev.gatehouse.triggers.customemailsender.CustomEmailSenderFixture#sources";

  final RecordedLog log = new RecordedLog();
  final ManualClock clock = new ManualClock();
  final SentCodes codes = new InMemorySentCodes(clock);
  final Map<String, String> settings =
      new HashMap<>(Map.of("PRODUCT_NAME", "Gatehouse", "EMAIL_SPECIAL_USE", "off"));
  final List<Mail> mails = new ArrayList<>();
  final List<MailRequest> requests = new ArrayList<>();
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

  void send(Mail mail, MailRequest request) {
    if (failure != null) {
      throw failure;
    }
    mails.add(mail);
    requests.add(request);
  }

  void handle(JsonObject event) {
    handle(event, codes);
  }

  void handle(JsonObject event, SentCodes sentCodes) {
    new CustomEmailSenderHandler(
            new FunctionSettings(settings),
            new KmsEncryptedCodes<>(EncryptedCodeFixture.key(1)),
            new CodeMailer(sentCodes, this::send),
            log.of("custom-email-sender"),
            clock)
        .handleRequest(
            RoundTrip.read(event, CustomEmailSenderEvent.class), new AnyContext("request-1"));
  }

  static JsonObject event(String source, String code) {
    JsonObject event = Events.event("custom-email-sender/" + source);
    JsonObject request = event.getAsJsonObject("request");
    if (!request.get("code").isJsonNull()) {
      request.addProperty("code", EncryptedCodeFixture.encrypt(code));
    }
    return event;
  }

  JsonObject lastLogLine() {
    return JsonParser.parseString(log.lines().getLast()).getAsJsonObject();
  }

  void assertNotSent(JsonObject event, SendFailure reason) {
    if (reason.isRetryable()) {
      assertThatExceptionOfType(MailNotSent.class)
          .isThrownBy(() -> handle(event))
          .withMessage("MAIL_NOT_SENT: The mail could not be sent. Try again later")
          .withNoCause()
          .satisfies(thrown -> assertThat(thrown.getStackTrace()).isEmpty());
    } else {
      handle(event);
    }
    assertThat(mails).isEmpty();
    assertThat(lastLogLine().get("level").getAsString()).isEqualTo("ERROR");
    assertThat(lastLogLine().get("outcome").getAsString()).isEqualTo("not-sent");
    assertThat(lastLogLine().get("code").getAsString()).isEqualTo(reason.name());
    assertThat(lastLogLine().get("MailsNotSent").getAsInt()).isOne();
  }
}
