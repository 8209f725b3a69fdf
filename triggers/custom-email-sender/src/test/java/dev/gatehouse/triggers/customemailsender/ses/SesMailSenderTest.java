package dev.gatehouse.triggers.customemailsender.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.messages.Mail;
import dev.gatehouse.messages.MessageKind;
import dev.gatehouse.triggers.customemailsender.EncryptedCodeFixture;
import dev.gatehouse.triggers.customemailsender.MailNotSent;
import dev.gatehouse.triggers.customemailsender.MailRequest;
import dev.gatehouse.triggers.customemailsender.SendFailure;
import dev.gatehouse.triggers.customemailsender.SenderSettings;
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

final class SesMailSenderTest {
  private static final String IDENTITY = "arn:aws:ses:us-east-1:000000000000:identity/example.com";
  private static final Mail MAIL = new Mail("Your code", "<p>402913</p>", "402913");
  private static final MailRequest REQUEST =
      new MailRequest(
          MessageKind.SIGN_UP,
          EncryptedCodeFixture.USER_POOL_ID,
          "u",
          "s",
          Map.of("email", "jane@example.com"),
          "es");

  private final FakeSesClient ses = new FakeSesClient();

  /** A client that records SendEmail; the interface's default methods refuse other operations. */
  private static final class FakeSesClient implements SesClient {
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

  private void assertFails(SendFailure reason) {
    SesMailSender sender =
        new SesMailSender(ses, new SenderSettings("a@b.com", IDENTITY, "us-east-1", null, null));
    assertThatExceptionOfType(MailNotSent.class)
        .isThrownBy(() -> sender.send(MAIL, REQUEST))
        .satisfies(notSent -> assertThat(notSent.reason()).isEqualTo(reason));
  }

  @Test
  void mailIsSentInBothPartsThroughTheIdentity() {
    new SesMailSender(
            ses, new SenderSettings("G <a@b.com>", IDENTITY, "us-east-1", "r@b.com", "main"))
        .send(MAIL, REQUEST);
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
  void optionalSettingsAreOmitted() {
    new SesMailSender(ses, new SenderSettings("a@b.com", IDENTITY, "us-east-1", null, null))
        .send(MAIL, REQUEST);
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
  void eachErrorOfSesHasItsReason(String code, int status, SendFailure reason) {
    ses.failure = error(code, status, "jane@example.com is not verified");
    assertFails(reason);
  }

  @Test
  void dailyQuotaAndSendingRateAreTwoReasons() {
    ses.failure = error("Throttling", 400, "Daily message quota exceeded.");
    assertFails(SendFailure.SES_QUOTA_EXCEEDED);
    ses.failure = error("Throttling", 400, "Maximum sending rate exceeded.");
    assertFails(SendFailure.SES_THROTTLED);
  }

  @Test
  void timeoutIsRetried() {
    ses.failure = ApiCallTimeoutException.create(1);
    assertFails(SendFailure.SES_UNREACHABLE);
    assertThat(SendFailure.SES_UNREACHABLE.isRetryable()).isTrue();
  }

  private static RuntimeException error(String code, int status, String message) {
    return SesException.builder()
        .statusCode(status)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(message).build())
        .build();
  }
}
