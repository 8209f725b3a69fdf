package dev.gatehouse.local.apigateway;

import com.google.gson.JsonObject;
import dev.gatehouse.local.http.Response;

/** Is an answer that the gateway gives itself, as AWS words it. */
enum Refusal {
  MISSING_AUTHENTICATION_TOKEN(
      403, "MissingAuthenticationTokenException", "Missing Authentication Token"),
  UNAUTHORIZED(401, "UnauthorizedException", "Unauthorized"),
  EXPIRED_TOKEN(401, "UnauthorizedException", "The incoming token has expired"),
  /** The permission is missing, or the function itself is. */
  INTEGRATION_FAILURE(500, "InternalServerErrorException", "Internal server error"),
  BAD_GATEWAY(502, "InternalServerErrorException", "Internal server error"),
  INTEGRATION_TIMEOUT(504, "InternalServerErrorException", "Endpoint request timed out");

  private final int status;
  private final String errorType;
  private final String message;

  Refusal(int status, String errorType, String message) {
    this.status = status;
    this.errorType = errorType;
    this.message = message;
  }

  Response response() {
    JsonObject body = new JsonObject();
    body.addProperty("message", message);
    return Response.of(status, "application/json", body.toString())
        .with("x-amzn-ErrorType", errorType);
  }
}
