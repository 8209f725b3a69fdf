package dev.gatehouse.triggers.customemailsender;

/** Names why a mail was not sent; the names are for logs and metrics, and stay as they are. */
enum NotSent {
  /** Cognito called for a mail that this version does not know. */
  SOURCE_UNKNOWN(false),
  /** The user has no address. */
  ADDRESS_MISSING(false),
  /** There should be a code in the event, and there is none. */
  CODE_MISSING(false),
  /** The code is not what the key opens. */
  CODE_UNREADABLE(false),
  /** The code was encrypted for another pool. */
  CODE_OF_ANOTHER_POOL(false),
  /** KMS refused this function the key. */
  KEY_ACCESS_DENIED(false),
  /** KMS did not answer, or asked to wait. */
  KEY_UNAVAILABLE(true),
  /** Another call is sending this very mail, or was until it broke off. */
  BEING_SENT(true),
  /** SES refused the mail: an identity that is not verified, most often. */
  SES_REJECTED(false),
  /** The domain that bounces go to is not verified. */
  SES_MAIL_FROM_NOT_VERIFIED(false),
  /** There is no such configuration set. */
  SES_CONFIGURATION_SET_MISSING(false),
  /** The configuration set is paused. */
  SES_CONFIGURATION_SET_PAUSED(false),
  /** The whole account is paused. */
  SES_ACCOUNT_PAUSED(false),
  /** The role of this function may not send through the identity. */
  SES_ACCESS_DENIED(false),
  /** SES could not read the request. */
  SES_REQUEST_INVALID(false),
  /** As many mails went out in a day as the account may send. */
  SES_QUOTA_EXCEEDED(false),
  /** Mails went out faster than the account may send, and waiting a little did not help. */
  SES_THROTTLED(true),
  /** SES had a fault of its own. */
  SES_UNAVAILABLE(true),
  /** SES did not answer in time; the mail may have gone out all the same. */
  SES_UNREACHABLE(true),
  /** SES gave an answer that has no name here. */
  SES_FAILED(true),
  /** Something else broke. */
  INTERNAL(true);

  private final boolean worthAnotherCall;

  NotSent(boolean worthAnotherCall) {
    this.worthAnotherCall = worthAnotherCall;
  }

  /** Says whether the same call may succeed a minute later. */
  boolean isWorthAnotherCall() {
    return worthAnotherCall;
  }
}
