package dev.gatehouse.local.apigateway.responses;

/** An error of the gateway itself, with AWS's message and gateway response type. */
public enum GatewayError {
  MISSING_AUTHENTICATION_TOKEN(
      403,
      "MISSING_AUTHENTICATION_TOKEN",
      "MissingAuthenticationTokenException",
      "Missing Authentication Token"),
  UNAUTHORIZED(401, "UNAUTHORIZED", "UnauthorizedException", "Unauthorized"),
  /** An expired token of a user pool; the type EXPIRED_TOKEN is for credentials of AWS. */
  EXPIRED_TOKEN(401, "UNAUTHORIZED", "UnauthorizedException", "The incoming token has expired"),
  /** A request beyond the rate or the burst of the stage. */
  THROTTLED(429, "THROTTLED", "TooManyRequestsException", "Too Many Requests"),
  /** A request that the web ACL refuses. */
  WAF_FILTERED(403, "WAF_FILTERED", "ForbiddenException", "Forbidden"),
  REQUEST_TOO_LARGE(413, "REQUEST_TOO_LARGE", "BadRequestException", "Request Too Long"),
  /** A missing permission or function. */
  CONFIGURATION_ERROR(
      500, "API_CONFIGURATION_ERROR", "InternalServerErrorException", "Internal server error"),
  /** A failed function; AWS documents no type for it, so DEFAULT_5XX applies. */
  BAD_GATEWAY(502, "DEFAULT_5XX", "InternalServerErrorException", "Internal server error"),
  /** A throttled function; reports, not AWS's manual, name this type. */
  INTEGRATION_FAILURE(
      504, "INTEGRATION_FAILURE", "InternalServerErrorException", "Internal server error"),
  INTEGRATION_TIMEOUT(
      504, "INTEGRATION_TIMEOUT", "InternalServerErrorException", "Endpoint request timed out");

  private final int status;
  private final String responseType;
  private final String errorType;
  private final String message;

  GatewayError(int status, String responseType, String errorType, String message) {
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

  /** Returns the type that applies if the plan has no response of this error's own type. */
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
