package dev.gatehouse.local.faults;

import dev.gatehouse.local.activity.AwsOperation;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.s3.S3Exception;
import dev.gatehouse.local.s3.S3Xml;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The errors of faults, each by the name and in the protocol of the service. */
final class FaultErrors {

  /**
   * An error.
   *
   * @param code the name that the service gives it
   */
  record FaultError(int status, String code, String message) {}

  private static final String THROTTLED = "throttling";
  private static final String RATE = "Rate exceeded";
  private static final String SENDING_RATE = "Maximum sending rate exceeded.";

  private static final Map<String, FaultError> THROTTLING =
      Map.of(
          "cognito-idp", new FaultError(400, "TooManyRequestsException", RATE),
          "dynamodb",
              new FaultError(
                  400, "ThrottlingException", "Rate of requests exceeds the allowed throughput."),
          "kms", new FaultError(400, "ThrottlingException", RATE),
          "lambda", new FaultError(429, "TooManyRequestsException", "Rate Exceeded."),
          "s3", new FaultError(503, "SlowDown", "Please reduce your request rate."),
          "ses", new FaultError(400, "Throttling", SENDING_RATE),
          "sqs", new FaultError(400, "RequestThrottled", RATE),
          "sts", new FaultError(400, "Throttling", RATE),
          "api", new FaultError(429, "", "Too Many Requests"));

  private static final Map<String, String> INTERNAL =
      Map.of(
          "cognito-idp", "InternalErrorException",
          "dynamodb", "InternalServerError",
          "kms", "KMSInternalException",
          "lambda", "ServiceException",
          "s3", "InternalError",
          "api", "");

  private FaultErrors() {}

  /** Returns the error response of a service. */
  static Response response(Fault fault, AwsOperation called, Request request) {
    FaultError error = error(fault.error(), called.service(), called.name(), isQuery(request));
    if (called.service().equals("s3")) {
      return S3Xml.error(
          new S3Exception(error.status(), error.code(), error.message()), request.path());
    }
    return isQuery(request) ? query(error) : json(error, request);
  }

  /** Returns the status of the error response of a service that speaks JSON. */
  static int status(Fault fault, AwsOperation called) {
    return error(fault.error(), called.service(), called.name(), false).status();
  }

  /** Returns the text of SES's refusal to send a mail. */
  static String refusedMail(Fault fault) {
    return fault.error().equals(THROTTLED) ? SENDING_RATE : fault.error();
  }

  private static FaultError error(String name, String service, String operation, boolean query) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case THROTTLED ->
          THROTTLING.getOrDefault(service, new FaultError(400, "ThrottlingException", RATE));
      case "500" ->
          new FaultError(
              500, INTERNAL.getOrDefault(service, "InternalFailure"), "Internal server error");
      case "accessdenied" -> accessDenied(service, operation, query);
      default -> new FaultError(400, name, "A fault of the local emulator.");
    };
  }

  private static FaultError accessDenied(String service, String operation, boolean query) {
    boolean s3 = service.equals("s3");
    return service.equals("api")
        ? new FaultError(403, "", "Forbidden")
        : new FaultError(
            query || s3 || service.equals("lambda") ? 403 : 400,
            query || s3 ? "AccessDenied" : "AccessDeniedException",
            "User is not authorized to perform: %s:%s".formatted(service, operation));
  }

  private static boolean isQuery(Request request) {
    return request
        .header("Content-Type")
        .filter(type -> type.startsWith("application/x-www-form-urlencoded"))
        .isPresent();
  }

  private static Response json(FaultError error, Request request) {
    return Response.of(
            error.status(),
            request.header("X-Amz-Target").isPresent()
                ? request.header("Content-Type").orElse("application/x-amz-json-1.1")
                : "application/json",
            Json.text(Json.object("__type", error.code(), "message", error.message())))
        .with("x-amzn-ErrorType", error.code())
        .with("x-amzn-RequestId", UUID.randomUUID().toString());
  }

  private static Response query(FaultError error) {
    String id = UUID.randomUUID().toString();
    return Response.of(
            error.status(),
            "text/xml",
            ("<ErrorResponse><Error><Type>%s</Type><Code>%s</Code><Message>%s</Message></Error>"
                    + "<RequestId>%s</RequestId></ErrorResponse>")
                .formatted(
                    error.status() < 500 ? "Sender" : "Receiver",
                    escape(error.code()),
                    escape(error.message()),
                    id))
        .with("x-amzn-RequestId", id);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
