package dev.gatehouse.api.cognito;

import static java.util.Map.entry;

import dev.gatehouse.api.http.Problem;
import dev.gatehouse.api.http.RequestRefused;
import java.util.List;
import java.util.Map;

/** The errors of each operation of Cognito, and the problem that each becomes. */
// Map.of and List.of never change, which Error Prone cannot see in their types.
@SuppressWarnings("ImmutableEnumChecker")
public enum CognitoErrors {
  /** The errors of SignUp. */
  SIGN_UP(
      Map.ofEntries(
          entry("CodeDeliveryFailureException", Problem.CODE_NOT_SENT),
          entry("ForbiddenException", Problem.SERVICE_UNAVAILABLE),
          entry("InternalErrorException", Problem.SERVICE_UNAVAILABLE),
          entry("InvalidEmailRoleAccessPolicyException", Problem.CODE_NOT_SENT),
          entry("InvalidLambdaResponseException", Problem.SERVICE_UNAVAILABLE),
          entry("InvalidParameterException", Problem.INVALID_PARAMETER),
          entry("InvalidPasswordException", Problem.WEAK_PASSWORD),
          entry("InvalidSmsRoleAccessPolicyException", Problem.CODE_NOT_SENT),
          entry("InvalidSmsRoleTrustRelationshipException", Problem.CODE_NOT_SENT),
          entry("LimitExceededException", Problem.TOO_MANY_ATTEMPTS),
          entry("NotAuthorizedException", Problem.SERVICE_UNAVAILABLE),
          entry("OperationNotEnabledException", Problem.SERVICE_UNAVAILABLE),
          entry("ResourceNotFoundException", Problem.SERVICE_UNAVAILABLE),
          entry("TooManyRequestsException", Problem.TOO_MANY_REQUESTS),
          entry("UnexpectedLambdaException", Problem.SERVICE_UNAVAILABLE),
          entry("UserLambdaValidationException", Problem.SERVICE_UNAVAILABLE),
          entry("UsernameExistsException", Problem.ACCOUNT_EXISTS)),
      // Distinguished by message, since Cognito has one type for them.
      new MessagePart("InvalidParameterException", "'password'", Problem.WEAK_PASSWORD),
      // The mail that our own trigger wrote; Cognito has created the account.
      new MessagePart("InvalidParameterException", Texts.BODY_REFUSED, Problem.CODE_NOT_SENT),
      new MessagePart("InvalidParameterException", Texts.BODY_EMPTY, Problem.CODE_NOT_SENT),
      new MessagePart(
          "LimitExceededException", Texts.DAILY_LIMIT, Problem.CODE_NOT_SENT, Texts.LATER),
      // Not among the errors that AWS lists for SignUp; old pools return it.
      new MessagePart("AliasExistsException", "", Problem.ACCOUNT_EXISTS),
      new MessagePart("InvalidParameterException", "should be an email", Problem.EMAIL_INVALID),
      new MessagePart("InvalidParameterException", "Invalid email address", Problem.EMAIL_INVALID),
      // Of two sign-ups at once, the one that loses.
      new MessagePart("InvalidParameterException", "Alias entry already", Problem.ACCOUNT_EXISTS),
      new MessagePart("NotAuthorizedException", "SignUp is not permitted", Problem.SIGN_UP_REFUSED),
      new MessagePart("UserLambdaValidationException", "CustomMessage ", Problem.CODE_NOT_SENT),
      new MessagePart("UnexpectedLambdaException", "CustomMessage ", Problem.CODE_NOT_SENT)),
  /** The errors of ConfirmSignUp. */
  // The only trigger is PostConfirmation, and Cognito has confirmed the account before it runs.
  CONFIRM_SIGN_UP(
      Map.ofEntries(
          entry("AliasExistsException", Problem.ACCOUNT_EXISTS),
          entry("CodeMismatchException", Problem.INVALID_CODE),
          entry("ExpiredCodeException", Problem.INVALID_CODE),
          entry("ForbiddenException", Problem.SERVICE_UNAVAILABLE),
          entry("InternalErrorException", Problem.SERVICE_UNAVAILABLE),
          entry("InvalidLambdaResponseException", Problem.CONFIRMATION_INCOMPLETE),
          entry("InvalidParameterException", Problem.INVALID_PARAMETER),
          entry("LimitExceededException", Problem.TOO_MANY_ATTEMPTS),
          entry("NotAuthorizedException", Problem.SERVICE_UNAVAILABLE),
          entry("OperationNotEnabledException", Problem.SERVICE_UNAVAILABLE),
          entry("ResourceNotFoundException", Problem.SERVICE_UNAVAILABLE),
          entry("TooManyFailedAttemptsException", Problem.TOO_MANY_ATTEMPTS),
          entry("TooManyRequestsException", Problem.TOO_MANY_REQUESTS),
          entry("UnexpectedLambdaException", Problem.CONFIRMATION_INCOMPLETE),
          entry("UserLambdaValidationException", Problem.CONFIRMATION_INCOMPLETE),
          entry("UserNotFoundException", Problem.INVALID_CODE)),
      new MessagePart("NotAuthorizedException", Texts.INVITED, Problem.INVITATION_PENDING),
      new MessagePart("NotAuthorizedException", "status is CONFIRMED", Problem.ALREADY_CONFIRMED),
      new MessagePart(
          "NotAuthorizedException", "status is RESET_REQUIRED", Problem.ALREADY_CONFIRMED),
      new MessagePart("NotAuthorizedException", "not UNCONFIRMED", Problem.ALREADY_CONFIRMED)),
  /** The errors of ResendConfirmationCode. */
  // The only trigger is CustomMessage, which renders the e-mail.
  RESEND_CONFIRMATION_CODE(
      Map.ofEntries(
          entry("CodeDeliveryFailureException", Problem.CODE_NOT_SENT),
          entry("ForbiddenException", Problem.SERVICE_UNAVAILABLE),
          entry("InternalErrorException", Problem.SERVICE_UNAVAILABLE),
          entry("InvalidEmailRoleAccessPolicyException", Problem.CODE_NOT_SENT),
          entry("InvalidLambdaResponseException", Problem.CODE_NOT_SENT),
          entry("InvalidParameterException", Problem.INVALID_PARAMETER),
          entry("InvalidSmsRoleAccessPolicyException", Problem.CODE_NOT_SENT),
          entry("InvalidSmsRoleTrustRelationshipException", Problem.CODE_NOT_SENT),
          entry("LimitExceededException", Problem.TOO_MANY_ATTEMPTS),
          entry("NotAuthorizedException", Problem.SERVICE_UNAVAILABLE),
          entry("OperationNotEnabledException", Problem.SERVICE_UNAVAILABLE),
          entry("ResourceNotFoundException", Problem.SERVICE_UNAVAILABLE),
          entry("TooManyRequestsException", Problem.TOO_MANY_REQUESTS),
          entry("UnexpectedLambdaException", Problem.CODE_NOT_SENT),
          entry("UserLambdaValidationException", Problem.CODE_NOT_SENT),
          entry("UserNotFoundException", Problem.INVALID_PARAMETER)),
      new MessagePart("InvalidParameterException", Texts.BODY_REFUSED, Problem.CODE_NOT_SENT),
      new MessagePart("InvalidParameterException", Texts.BODY_EMPTY, Problem.CODE_NOT_SENT),
      new MessagePart(
          "LimitExceededException", Texts.DAILY_LIMIT, Problem.CODE_NOT_SENT, Texts.LATER),
      new MessagePart("InvalidParameterException", Texts.INVITED, Problem.INVITATION_PENDING),
      new MessagePart("NotAuthorizedException", Texts.INVITED, Problem.INVITATION_PENDING),
      // Cognito has one text for a confirmed and for an invited user.
      new MessagePart(
          "InvalidParameterException",
          "already confirmed",
          Problem.ALREADY_CONFIRMED,
          "This account needs no code: it is confirmed, or an invitation to it is pending. Sign in,"
              + " with the password of the invitation if there is one")),
  /** The errors of GetUser. */
  GET_USER(Types.OF_A_TOKEN),
  /** The errors of DeleteUser. */
  DELETE_USER(Types.OF_A_TOKEN),

  /** The errors of UpdateUserAttributes. */
  // Neither the address nor the number is changed, so no trigger runs and no code is sent.
  UPDATE_USER_ATTRIBUTES(
      Map.ofEntries(
          entry("AliasExistsException", Problem.SERVICE_UNAVAILABLE),
          entry("CodeDeliveryFailureException", Problem.SERVICE_UNAVAILABLE),
          entry("CodeMismatchException", Problem.SERVICE_UNAVAILABLE),
          entry("ExpiredCodeException", Problem.SERVICE_UNAVAILABLE),
          entry("ForbiddenException", Problem.SERVICE_UNAVAILABLE),
          entry("InternalErrorException", Problem.SERVICE_UNAVAILABLE),
          entry("InvalidEmailRoleAccessPolicyException", Problem.SERVICE_UNAVAILABLE),
          entry("InvalidLambdaResponseException", Problem.SERVICE_UNAVAILABLE),
          entry("InvalidParameterException", Problem.INVALID_PARAMETER),
          entry("InvalidSmsRoleAccessPolicyException", Problem.SERVICE_UNAVAILABLE),
          entry("InvalidSmsRoleTrustRelationshipException", Problem.SERVICE_UNAVAILABLE),
          entry("NotAuthorizedException", Problem.TOKEN_INVALID),
          entry("OperationNotEnabledException", Problem.SERVICE_UNAVAILABLE),
          entry("PasswordResetRequiredException", Problem.PASSWORD_RESET_REQUIRED),
          entry("ResourceNotFoundException", Problem.SERVICE_UNAVAILABLE),
          entry("TooManyRequestsException", Problem.TOO_MANY_REQUESTS),
          entry("UnexpectedLambdaException", Problem.SERVICE_UNAVAILABLE),
          entry("UserLambdaValidationException", Problem.SERVICE_UNAVAILABLE),
          entry("UserNotConfirmedException", Problem.TOKEN_INVALID),
          entry("UserNotFoundException", Problem.TOKEN_INVALID)),
      // The app client may not write the attribute; another token does not help.
      new MessagePart(
          "NotAuthorizedException", "unauthorized attribute", Problem.SERVICE_UNAVAILABLE));

  private final Map<String, Problem> types;
  private final List<MessagePart> messageParts;

  CognitoErrors(Map<String, Problem> types, MessagePart... messageParts) {
    this.types = types;
    this.messageParts = List.of(messageParts);
  }

  /** Returns the problem of each error type, unless its message tells more. */
  public Map<String, Problem> types() {
    return types;
  }

  /** Returns the refusal for an error; its message is evaluated but never shown. */
  public RequestRefused refusal(String type, String message) {
    return refusalByType(type, message).causedBy(type);
  }

  private RequestRefused refusalByType(String type, String message) {
    if (type.equals("InvalidPasswordException")) {
      return PasswordPolicyRefusal.of(message);
    }
    if (type.equals("UserLambdaValidationException") && PreSignUpRefusal.is(message)) {
      return PreSignUpRefusal.of(message);
    }
    return messageParts.stream()
        .filter(part -> part.type.equals(type) && message.contains(part.text))
        .findFirst()
        .map(part -> RequestRefused.because(part.problem, part.detail))
        .orElseGet(
            () -> RequestRefused.because(types.getOrDefault(type, Problem.SERVICE_UNAVAILABLE)));
  }

  /** Returns the parts of messages that tell more than the type, first match first. */
  List<MessagePart> messageParts() {
    return messageParts;
  }

  /**
   * A part of the message that distinguishes errors of one type.
   *
   * @param text a part of Cognito's message, the empty text for any message
   * @param detail the sentence for the client
   */
  record MessagePart(String type, String text, Problem problem, String detail) {
    MessagePart(String type, String text, Problem problem) {
      this(type, text, problem, problem.detail());
    }
  }

  /** The errors of operations that take nothing but an access token. */
  private static final class Types {
    static final Map<String, Problem> OF_A_TOKEN =
        Map.ofEntries(
            entry("ForbiddenException", Problem.SERVICE_UNAVAILABLE),
            entry("InternalErrorException", Problem.SERVICE_UNAVAILABLE),
            entry("InvalidParameterException", Problem.TOKEN_INVALID),
            entry("NotAuthorizedException", Problem.TOKEN_INVALID),
            entry("OperationNotEnabledException", Problem.SERVICE_UNAVAILABLE),
            entry("PasswordResetRequiredException", Problem.PASSWORD_RESET_REQUIRED),
            entry("ResourceNotFoundException", Problem.SERVICE_UNAVAILABLE),
            entry("TooManyRequestsException", Problem.TOO_MANY_REQUESTS),
            entry("UserNotConfirmedException", Problem.TOKEN_INVALID),
            entry("UserNotFoundException", Problem.TOKEN_INVALID));
  }

  /** Parts of Cognito's messages, and a sentence of ours, that several operations have. */
  private static final class Texts {
    static final String BODY_REFUSED = "'emailBody' failed to satisfy constraint";
    static final String BODY_EMPTY = "The message is empty";
    static final String DAILY_LIMIT = "Exceeded daily email limit";
    static final String INVITED = "FORCE_CHANGE_PASSWORD";
    static final String LATER =
        "The account waits, but no more mails are sent today. Ask for a new code tomorrow";
  }
}
