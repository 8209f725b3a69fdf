package dev.gatehouse.triggers.customemailsender;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Reads from what SES answers why a mail was not sent. */
final class SesAnswer {
  private SesAnswer() {}

  /** Names the reason; what SES said word for word may quote an address. */
  static NotSent why(Throwable failure) {
    if (!(failure instanceof AwsServiceException answer)) {
      return NotSent.SES_UNREACHABLE;
    }
    @Nullable AwsErrorDetails details = answer.awsErrorDetails();
    @Nullable String code = details == null ? null : details.errorCode();
    return switch (code == null ? "" : code) {
      case "MessageRejected" -> NotSent.SES_REJECTED;
      case "MailFromDomainNotVerifiedException", "MailFromDomainNotVerified" ->
          NotSent.SES_MAIL_FROM_NOT_VERIFIED;
      case "ConfigurationSetDoesNotExist", "ConfigurationSetDoesNotExistException" ->
          NotSent.SES_CONFIGURATION_SET_MISSING;
      case "ConfigurationSetSendingPausedException", "ConfigurationSetSendingPaused" ->
          NotSent.SES_CONFIGURATION_SET_PAUSED;
      case "AccountSendingPausedException", "AccountSendingPaused" -> NotSent.SES_ACCOUNT_PAUSED;
      case "AccessDenied", "AccessDeniedException", "UnrecognizedClientException" ->
          NotSent.SES_ACCESS_DENIED;
      case "InvalidParameterValue", "ValidationError" -> NotSent.SES_REQUEST_INVALID;
      case "Throttling", "ThrottlingException", "LimitExceededException" -> throttled(details);
      default -> answer.statusCode() >= 500 ? NotSent.SES_UNAVAILABLE : NotSent.SES_FAILED;
    };
  }

  /** SES has one code for both; only the words tell a second's limit from a day's. */
  private static NotSent throttled(@Nullable AwsErrorDetails details) {
    @Nullable String words = details == null ? null : details.errorMessage();
    return words != null && words.toLowerCase(Locale.ROOT).contains("quota")
        ? NotSent.SES_QUOTA_EXCEEDED
        : NotSent.SES_THROTTLED;
  }
}
