package dev.gatehouse.local.cognito.wire;

/** Is an error that Cognito answers with: a type that programs read and a message. */
public final class CognitoError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String type;

  /** Takes the value of {@code __type} and the message. */
  public CognitoError(String type, String message) {
    super(message, null, false, false);
    this.type = type;
  }

  /** Returns the value of {@code __type}. */
  public String type() {
    return type;
  }

  /** Returns the message, which is never missing. */
  public String text() {
    return String.valueOf(getMessage());
  }

  /** Says that the caller may not do this. */
  public static CognitoError notAuthorized(String message) {
    return new CognitoError("NotAuthorizedException", message);
  }

  /** Says that the client may not set one of the attributes. */
  public static CognitoError unwritableAttribute() {
    return notAuthorized("A client attempted to write unauthorized attribute");
  }

  /** Says that a value of the request cannot be. */
  public static CognitoError invalidParameter(String message) {
    return new CognitoError("InvalidParameterException", message);
  }

  /** Says that what a trigger answered cannot be used. */
  public static CognitoError invalidLambdaResponse(String message) {
    return new CognitoError("InvalidLambdaResponseException", message);
  }

  /** Says that the request is not the JSON it has to be. */
  public static CognitoError serialization(String message) {
    return new CognitoError("SerializationException", message);
  }

  /** Says that a refresh token cannot be taken for revocation. */
  public static CognitoError unauthorized(String message) {
    return new CognitoError("UnauthorizedException", message);
  }

  /** Says that the user or the password is wrong, and not which. */
  public static CognitoError incorrectUsernameOrPassword() {
    return notAuthorized("Incorrect username or password.");
  }

  /** Says that there is no such user, to administrators and where a client's setting lets it. */
  public static CognitoError userDoesNotExist() {
    return new CognitoError("UserNotFoundException", "User does not exist.");
  }

  /** Says that there is no such user, where codes are asked for or given. */
  public static CognitoError usernameClientCombinationNotFound() {
    return new CognitoError("UserNotFoundException", "Username/client id combination not found.");
  }

  /** Says that the code is not the one that was sent. */
  public static CognitoError codeMismatch() {
    return new CognitoError(
        "CodeMismatchException", "Invalid verification code provided, please try again.");
  }

  /** Says that the code is too old, or that none was asked for. */
  public static CognitoError expiredCode() {
    return new CognitoError(
        "ExpiredCodeException", "Invalid code provided, please request a code again.");
  }

  /** Says that somebody else signs in with this address. */
  public static CognitoError emailTaken() {
    return new CognitoError(
        "AliasExistsException", "An account with the given email already exists.");
  }

  /** Says that this was tried too often within the hour. */
  public static CognitoError attemptLimitExceeded() {
    return new CognitoError(
        "LimitExceededException", "Attempt limit exceeded, please try after some time.");
  }

  /** Says that there is no such pool. */
  public static CognitoError poolDoesNotExist(String poolId) {
    return new CognitoError(
        "ResourceNotFoundException", "User pool " + poolId + " does not exist.");
  }

  /** Says that there is no such client. */
  public static CognitoError clientDoesNotExist(String clientId) {
    return new CognitoError(
        "ResourceNotFoundException", "User pool client " + clientId + " does not exist.");
  }
}
