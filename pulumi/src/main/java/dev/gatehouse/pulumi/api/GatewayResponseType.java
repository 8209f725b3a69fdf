package dev.gatehouse.pulumi.api;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The response types of API Gateway, each with its problem document. */
enum GatewayResponseType {
  UNAUTHORIZED(
      401,
      "TOKEN_INVALID",
      "Token is not valid",
      "The token is missing, is no access token or has expired. Sign in"),
  // AWS does not document which type an expired token gets; the default would be a 400.
  EXPIRED_TOKEN(
      401,
      "TOKEN_INVALID",
      "Token is not valid",
      "The token is missing, is no access token or has expired. Sign in"),
  ACCESS_DENIED(403, "FORBIDDEN", "Request is forbidden", "This request is not let through"),
  WAF_FILTERED(403, "FORBIDDEN", "Request is forbidden", "This request is not let through"),
  // Every path has ANY, so these two types mean an unknown path.
  MISSING_AUTHENTICATION_TOKEN(
      404, "UNKNOWN_ROUTE", "Unknown route", "There is nothing at this path"),
  RESOURCE_NOT_FOUND(404, "UNKNOWN_ROUTE", "Unknown route", "There is nothing at this path"),
  REQUEST_TOO_LARGE(
      413, "BODY_TOO_LARGE", "Body is too large", "The body may have 16384 octets at most"),
  THROTTLED(
      429,
      "TOO_MANY_REQUESTS",
      "Too many requests",
      "Too many requests just now. Try again shortly"),
  INTEGRATION_FAILURE(
      503,
      "SERVICE_UNAVAILABLE",
      "Service is unavailable",
      "Not available right now. Try again later"),
  INTEGRATION_TIMEOUT(
      504, "TIMED_OUT", "Answer took too long", "It is not known whether this was done"),
  DEFAULT_4XX(400, "BAD_REQUEST", "Request is not valid", "This request cannot be understood"),
  DEFAULT_5XX(
      500, "INTERNAL_ERROR", "Internal error", "Something went wrong here. Try again later");

  private static final String RETRY_AFTER_SECONDS = "5";

  private final int status;
  private final String code;
  private final String title;
  private final String detail;

  GatewayResponseType(int status, String code, String title, String detail) {
    this.status = status;
    this.code = code;
    this.title = title;
    this.detail = detail;
  }

  String status() {
    return String.valueOf(status);
  }

  String code() {
    return code;
  }

  String title() {
    return title;
  }

  /** Returns the problem document, with the members in the order of the API function. */
  String body() {
    JsonObject problem = new JsonObject();
    problem.addProperty(
        "type", "urn:gatehouse:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-'));
    problem.addProperty("title", title);
    problem.addProperty("status", status);
    problem.addProperty("detail", detail);
    problem.addProperty("code", code);
    return new GsonBuilder().disableHtmlEscaping().create().toJson(problem);
  }

  /** Returns the header mappings; API Gateway requires quotes around constants. */
  Map<String, String> headers() {
    Map<String, String> headers = new TreeMap<>();
    headers.put("gatewayresponse.header.Content-Type", "'application/problem+json'");
    headers.put("gatewayresponse.header.Cache-Control", "'no-store'");
    if (status == 401) {
      headers.put("gatewayresponse.header.WWW-Authenticate", "'Bearer'");
    }
    if (this == THROTTLED) {
      headers.put("gatewayresponse.header.Retry-After", "'" + RETRY_AFTER_SECONDS + "'");
    }
    return headers;
  }
}
