package dev.gatehouse.local.apigateway;

import com.google.gson.JsonPrimitive;
import dev.gatehouse.local.http.Request;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Is one call as mapping templates see it.
 *
 * @param route null if there is none for the path
 * @param refusal why the gateway answers itself, null if it does not
 */
record CallContext(
    RestApi api,
    Request request,
    @Nullable Route route,
    String requestId,
    Instant at,
    @Nullable Refusal refusal) {

  /** The variables of {@code $context} that are there. */
  static final Set<String> NAMES =
      Set.of(
          "accountId",
          "apiId",
          "domainName",
          "error.message",
          "error.messageString",
          "error.responseType",
          "extendedRequestId",
          "httpMethod",
          "identity.sourceIp",
          "identity.userAgent",
          "path",
          "protocol",
          "requestId",
          "requestTime",
          "requestTimeEpoch",
          "resourcePath",
          "stage");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  CallContext refused(Refusal why) {
    return new CallContext(api, request, route, requestId, at, why);
  }

  /** Returns the value of a variable, which is empty where AWS has none either. */
  String variable(String name) {
    return switch (name) {
      case "accountId" -> api.accountId();
      case "apiId" -> api.id();
      case "domainName" -> request.header("Host").orElse("").replaceFirst(":\\d+$", "");
      case "error.message" -> refusal == null ? "" : refusal.message();
      case "error.messageString" ->
          refusal == null ? "" : new JsonPrimitive(refusal.message()).toString();
      case "error.responseType" -> refusal == null ? "" : refusal.responseType();
      case "extendedRequestId", "requestId" -> requestId;
      case "httpMethod" -> request.method();
      case "identity.sourceIp" -> request.sourceIp();
      case "identity.userAgent" -> request.header("User-Agent").orElse("");
      case "path" -> request.path();
      case "protocol" -> "HTTP/1.1";
      case "requestTime" -> TIME.format(at);
      case "requestTimeEpoch" -> Long.toString(at.toEpochMilli());
      case "resourcePath" -> route == null ? "" : route.path();
      case "stage" -> api.stage();
      default -> throw new IllegalArgumentException(name);
    };
  }
}
