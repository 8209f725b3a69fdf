package dev.gatehouse.local.cognito.protocol;

import dev.gatehouse.local.awsjson.AwsException;

/** The errors of Cognito, with its own messages. */
public final class CognitoErrors {

  private CognitoErrors() {}

  /** Returns the error for a caller who lacks the permission or the right credentials. */
  public static AwsException notAuthorized(String message) {
    return new AwsException("NotAuthorizedException", message);
  }

  /** Returns the error for an attribute that the app client must not write. */
  public static AwsException unwritableAttribute() {
    return notAuthorized("A client attempted to write unauthorized attribute");
  }

  /** Returns the error for an invalid member of the request. */
  public static AwsException invalidParameter(String message) {
    return new AwsException("InvalidParameterException", message);
  }

  /** Returns the error for a Lambda function's response that cannot be used. */
  public static AwsException invalidLambdaResponse(String message) {
    return new AwsException("InvalidLambdaResponseException", message);
  }

  /** Returns the error for a client or refresh token that RevokeToken does not accept. */
  public static AwsException unauthorized(String message) {
    return new AwsException("UnauthorizedException", message);
  }

  /** Returns the error for a wrong user name or password; it does not tell which is wrong. */
  public static AwsException incorrectUsernameOrPassword() {
    return notAuthorized("Incorrect username or password.");
  }

  /**
   * Returns the error for an unknown user, for administrators and where the app client allows it.
   */
  public static AwsException userDoesNotExist() {
    return new AwsException("UserNotFoundException", "User does not exist.");
  }

  /** Returns the error for an unknown user in operations on confirmation codes. */
  public static AwsException usernameClientCombinationNotFound() {
    return new AwsException("UserNotFoundException", "Username/client id combination not found.");
  }

  /** Returns the error for a wrong confirmation code. */
  public static AwsException codeMismatch() {
    return new AwsException(
        "CodeMismatchException", "Invalid verification code provided, please try again.");
  }

  /** Returns the error for an expired confirmation code, or if none was requested. */
  public static AwsException expiredCode() {
    return new AwsException(
        "ExpiredCodeException", "Invalid code provided, please request a code again.");
  }

  /** Returns the error for an e-mail address that another user signs in with. */
  public static AwsException emailTaken() {
    return new AwsException(
        "AliasExistsException", "An account with the given email already exists.");
  }

  /** Returns the error for an attribute that another user signs in with, as an alias. */
  public static AwsException aliasTaken(String attribute) {
    return new AwsException(
        "AliasExistsException", "An account with the " + attribute + " already exists.");
  }

  /** Returns the error for too many attempts within an hour. */
  public static AwsException attemptLimitExceeded() {
    return new AwsException(
        "LimitExceededException", "Attempt limit exceeded, please try after some time.");
  }

  /** Returns the error for an unknown user pool. */
  public static AwsException poolDoesNotExist(String poolId) {
    return new AwsException(
        "ResourceNotFoundException", "User pool " + poolId + " does not exist.");
  }

  /** Returns the error for an unknown app client. */
  public static AwsException clientDoesNotExist(String clientId) {
    return new AwsException(
        "ResourceNotFoundException", "User pool client " + clientId + " does not exist.");
  }
}
