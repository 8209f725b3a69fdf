package dev.gatehouse.triggers.customemailsender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.triggers.messages.Mail;
import dev.gatehouse.triggers.messages.MessageKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.MessageTag;
import software.amazon.awssdk.services.ses.model.SendEmailRequest;
import software.amazon.awssdk.services.ses.model.SendEmailResponse;
import software.amazon.awssdk.services.ses.model.SesException;

final class SesMailsTest {
  private static final String IDENTITY = "arn:aws:ses:us-east-1:000000000000:identity/example.com";
  private static final Mail MAIL = new Mail("Your code", "<p>402913</p>", "402913");
  private static final Delivery DELIVERY =
      new Delivery(
          MessageKind.SIGN_UP, Seals.POOL, "u", "s", Map.of("email", "jane@example.com"), "es");

  private final Ses ses = new Ses();

  /** Answers SendEmail; every other operation is refused by the interface itself. */
  private static final class Ses implements SesClient {
    private final List<SendEmailRequest> requests = new ArrayList<>();
    private @Nullable RuntimeException failure;

    @Override
    public SendEmailResponse sendEmail(SendEmailRequest request) {
      requests.add(request);
      if (failure != null) {
        throw failure;
      }
      return SendEmailResponse.builder().messageId("1").build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }

  private void fails(NotSent why) {
    SesMails mails = new SesMails(ses, new Sender("a@b.com", IDENTITY, "us-east-1", null, null));
    assertThatExceptionOfType(MailNotSent.class)
        .isThrownBy(() -> mails.send(MAIL, DELIVERY))
        .satisfies(notSent -> assertThat(notSent.why()).isEqualTo(why));
  }

  @Test
  void mailGoesOutInBothPartsThroughTheIdentity() {
    new SesMails(ses, new Sender("G <a@b.com>", IDENTITY, "us-east-1", "r@b.com", "main"))
        .send(MAIL, DELIVERY);
    SendEmailRequest sent = ses.requests.getFirst();
    assertThat(sent.source()).isEqualTo("G <a@b.com>");
    assertThat(sent.sourceArn()).isEqualTo(IDENTITY);
    assertThat(sent.configurationSetName()).isEqualTo("main");
    assertThat(sent.replyToAddresses()).containsExactly("r@b.com");
    assertThat(sent.destination().toAddresses()).containsExactly("jane@example.com");
    assertThat(sent.message().subject().data()).isEqualTo("Your code");
    assertThat(sent.message().body().html().data()).isEqualTo("<p>402913</p>");
    assertThat(sent.message().body().text().data()).isEqualTo("402913");
    assertThat(sent.message().body().text().charset()).isEqualTo("UTF-8");
    assertThat(sent.tags())
        .containsExactly(
            MessageTag.builder().name("source").value("SignUp").build(),
            MessageTag.builder().name("language").value("es").build());
  }

  @Test
  void whatIsNotSetIsNotSent() {
    new SesMails(ses, new Sender("a@b.com", IDENTITY, "us-east-1", null, null))
        .send(MAIL, DELIVERY);
    assertThat(ses.requests.getFirst().configurationSetName()).isNull();
    assertThat(ses.requests.getFirst().replyToAddresses()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "MessageRejected, 400, SES_REJECTED",
    "MailFromDomainNotVerifiedException, 400, SES_MAIL_FROM_NOT_VERIFIED",
    "ConfigurationSetDoesNotExist, 400, SES_CONFIGURATION_SET_MISSING",
    "ConfigurationSetSendingPausedException, 400, SES_CONFIGURATION_SET_PAUSED",
    "AccountSendingPausedException, 400, SES_ACCOUNT_PAUSED",
    "AccessDenied, 403, SES_ACCESS_DENIED",
    "InvalidParameterValue, 400, SES_REQUEST_INVALID",
    "InternalFailure, 500, SES_UNAVAILABLE",
    "SomethingNew, 400, SES_FAILED"
  })
  void eachAnswerOfSesHasItsCode(String code, int status, NotSent why) {
    ses.failure = answer(code, status, "jane@example.com is not verified");
    fails(why);
  }

  @Test
  void dailyLimitIsToldFromTheRate() {
    ses.failure = answer("Throttling", 400, "Daily message quota exceeded.");
    fails(NotSent.SES_QUOTA_EXCEEDED);
    ses.failure = answer("Throttling", 400, "Maximum sending rate exceeded.");
    fails(NotSent.SES_THROTTLED);
  }

  @Test
  void silenceIsWorthAnotherCall() {
    ses.failure = ApiCallTimeoutException.create(1);
    fails(NotSent.SES_UNREACHABLE);
    assertThat(NotSent.SES_UNREACHABLE.isWorthAnotherCall()).isTrue();
  }

  private static RuntimeException answer(String code, int status, String message) {
    return SesException.builder()
        .statusCode(status)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(message).build())
        .build();
  }
}
