package dev.gatehouse.triggers.customemailsender;

/** The reasons why a mail was not sent; their names are stable, since logs and metrics use them. */
public enum SendFailure {
  /** A trigger source that this version does not support. */
  SOURCE_UNKNOWN(false),
  /** A user without an address. */
  ADDRESS_MISSING(false),
  /** An event without the code that its kind of mail requires. */
  CODE_MISSING(false),
  /** A code that the key does not decrypt. */
  CODE_UNREADABLE(false),
  /** A code that was encrypted for another user pool. */
  CODE_OF_ANOTHER_POOL(false),
  /** A KMS key that the function's role may not use. */
  KEY_ACCESS_DENIED(false),
  /** A KMS key that is disabled or will be deleted; it may be enabled again soon. */
  KEY_DISABLED(true),
  /** A timeout, a throttled request or an error of KMS. */
  KEY_UNAVAILABLE(true),
  /** A claim of another invocation, which is sending the mail or was interrupted. */
  BEING_SENT(true),
  /** A mail that SES rejected, most often because an identity is not verified. */
  SES_REJECTED(false),
  /** A MAIL FROM domain that is not verified. */
  SES_MAIL_FROM_NOT_VERIFIED(false),
  /** A configuration set that does not exist. */
  SES_CONFIGURATION_SET_MISSING(false),
  /** A configuration set whose sending is paused. */
  SES_CONFIGURATION_SET_PAUSED(false),
  /** An account whose sending is paused. */
  SES_ACCOUNT_PAUSED(false),
  /** An SES identity that the function's role may not use. */
  SES_ACCESS_DENIED(false),
  /** A request that SES considers invalid. */
  SES_REQUEST_INVALID(false),
  /** A daily sending quota that is used up. */
  SES_QUOTA_EXCEEDED(false),
  /** A maximum sending rate that is exceeded, after retries too. */
  SES_THROTTLED(true),
  /** An internal error of SES. */
  SES_UNAVAILABLE(true),
  /** A timeout of SES; the mail may have been sent. */
  SES_UNREACHABLE(true),
  /** An error of SES that has no constant here. */
  SES_FAILED(true),
  /** Any other failure. */
  INTERNAL(true);

  private final boolean retryable;

  SendFailure(boolean retryable) {
    this.retryable = retryable;
  }

  /** Returns whether the same invocation may succeed a minute later. */
  public boolean isRetryable() {
    return retryable;
  }
}
