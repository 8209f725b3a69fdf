package dev.gatehouse.triggers.customemailsender.ses;

import dev.gatehouse.triggers.customemailsender.SendFailure;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** The errors of SES as reasons why a mail was not sent. */
final class SesErrors {
  private SesErrors() {}

  /** Returns the reason, without the error's message, which may quote an address. */
  static SendFailure reason(Throwable failure) {
    if (!(failure instanceof AwsServiceException error)) {
      return SendFailure.SES_UNREACHABLE;
    }
    @Nullable AwsErrorDetails details = error.awsErrorDetails();
    @Nullable String code = details == null ? null : details.errorCode();
    return switch (code == null ? "" : code) {
      case "MessageRejected" -> SendFailure.SES_REJECTED;
      case "MailFromDomainNotVerifiedException", "MailFromDomainNotVerified" ->
          SendFailure.SES_MAIL_FROM_NOT_VERIFIED;
      case "ConfigurationSetDoesNotExist", "ConfigurationSetDoesNotExistException" ->
          SendFailure.SES_CONFIGURATION_SET_MISSING;
      case "ConfigurationSetSendingPausedException", "ConfigurationSetSendingPaused" ->
          SendFailure.SES_CONFIGURATION_SET_PAUSED;
      case "AccountSendingPausedException", "AccountSendingPaused" ->
          SendFailure.SES_ACCOUNT_PAUSED;
      case "AccessDenied", "AccessDeniedException", "UnrecognizedClientException" ->
          SendFailure.SES_ACCESS_DENIED;
      case "InvalidParameterValue", "ValidationError" -> SendFailure.SES_REQUEST_INVALID;
      case "Throttling", "ThrottlingException", "LimitExceededException" -> throttled(details);
      default -> error.statusCode() >= 500 ? SendFailure.SES_UNAVAILABLE : SendFailure.SES_FAILED;
    };
  }

  /** SES has one code for rate and daily quota; only the message tells them apart. */
  private static SendFailure throttled(@Nullable AwsErrorDetails details) {
    @Nullable String message = details == null ? null : details.errorMessage();
    return message != null && message.toLowerCase(Locale.ROOT).contains("quota")
        ? SendFailure.SES_QUOTA_EXCEEDED
        : SendFailure.SES_THROTTLED;
  }
}
