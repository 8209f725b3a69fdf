package dev.gatehouse.local.apigateway;

/**
 * Is a reason for which the gateway answers itself, as AWS words it and sorts it into types of
 * gateway responses.
 */
enum Refusal {
  MISSING_AUTHENTICATION_TOKEN(
      403,
      "MISSING_AUTHENTICATION_TOKEN",
      "MissingAuthenticationTokenException",
      "Missing Authentication Token"),
  UNAUTHORIZED(401, "UNAUTHORIZED", "UnauthorizedException", "Unauthorized"),
  /** The type EXPIRED_TOKEN is for AWS's own tokens. */
  EXPIRED_TOKEN(401, "UNAUTHORIZED", "UnauthorizedException", "The incoming token has expired"),
  REQUEST_TOO_LARGE(413, "REQUEST_TOO_LARGE", "BadRequestException", "Request Too Long"),
  /** The permission is missing, or the function itself is. */
  CONFIGURATION_ERROR(
      500, "API_CONFIGURATION_ERROR", "InternalServerErrorException", "Internal server error"),
  /** No type is documented for a function that fails; only the default of all 5XX fits. */
  BAD_GATEWAY(502, "DEFAULT_5XX", "InternalServerErrorException", "Internal server error"),
  INTEGRATION_TIMEOUT(
      504, "INTEGRATION_TIMEOUT", "InternalServerErrorException", "Endpoint request timed out");

  private final int status;
  private final String responseType;
  private final String errorType;
  private final String message;

  Refusal(int status, String responseType, String errorType, String message) {
    this.status = status;
    this.responseType = responseType;
    this.errorType = errorType;
    this.message = message;
  }

  int status() {
    return status;
  }

  String responseType() {
    return responseType;
  }

  /** Returns the type that answers where the plan does not declare this one. */
  String defaultType() {
    return status < 500 ? "DEFAULT_4XX" : "DEFAULT_5XX";
  }

  String errorType() {
    return errorType;
  }

  String message() {
    return message;
  }
}
