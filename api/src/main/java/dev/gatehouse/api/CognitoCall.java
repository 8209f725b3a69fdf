package dev.gatehouse.api;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/** Says for each operation of Cognito which problem an error of it is. */
// Map.of and List.of never change, which Error Prone cannot see in their types.
@SuppressWarnings("ImmutableEnumChecker")
enum CognitoCall {
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
      // Told apart by text, since Cognito has one type for them; an unknown text falls to the type.
      new Text("InvalidParameterException", "'password'", Problem.WEAK_PASSWORD),
      new Text("InvalidParameterException", "should be an email", Problem.EMAIL_INVALID),
      new Text("InvalidParameterException", "Invalid email address", Problem.EMAIL_INVALID),
      new Text("NotAuthorizedException", "SignUp is not permitted", Problem.SIGN_UP_REFUSED),
      new Text("UserLambdaValidationException", "CustomMessage ", Problem.CODE_NOT_SENT),
      new Text("UnexpectedLambdaException", "CustomMessage ", Problem.CODE_NOT_SENT)),
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
      new Text("NotAuthorizedException", "status is CONFIRMED", Problem.ALREADY_CONFIRMED),
      new Text("NotAuthorizedException", "not UNCONFIRMED", Problem.ALREADY_CONFIRMED)),
  // The only trigger words the mail.
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
      new Text("InvalidParameterException", "already confirmed", Problem.ALREADY_CONFIRMED)),
  GET_USER(
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
          entry("UserNotFoundException", Problem.TOKEN_INVALID))),
  // Neither address nor number is changed here, so no trigger runs and no code is sent.
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
      // The app client lacks the right to write names or locale, which no new token mends.
      new Text("NotAuthorizedException", "unauthorized attribute", Problem.SERVICE_UNAVAILABLE));

  private final Map<String, Problem> types;
  private final List<Text> texts;

  CognitoCall(Map<String, Problem> types, Text... texts) {
    this.types = types;
    this.texts = List.of(texts);
  }

  /** Returns which problem each type of error is, where its text does not tell more. */
  Map<String, Problem> types() {
    return types;
  }

  /** Returns the refusal for an error of this type; its text decides but never reaches anyone. */
  RequestRefused refusal(String type, String message) {
    return worded(type, message).causedBy(type);
  }

  private RequestRefused worded(String type, String message) {
    if (type.equals("InvalidPasswordException")) {
      return WeakPassword.refusal(message);
    }
    if (type.equals("UserLambdaValidationException") && PreSignUpRefusal.is(message)) {
      return PreSignUpRefusal.of(message);
    }
    return RequestRefused.because(problem(type, message));
  }

  private Problem problem(String type, String message) {
    return texts.stream()
        .filter(text -> text.type.equals(type) && message.contains(text.part))
        .map(Text::problem)
        .findFirst()
        .orElseGet(() -> types.getOrDefault(type, Problem.SERVICE_UNAVAILABLE));
  }

  /** Tells apart errors of one type by a part of their text. */
  private record Text(String type, String part, Problem problem) {}
}
