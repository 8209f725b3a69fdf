package dev.gatehouse.local.apigateway.responses;

import com.google.gson.JsonPrimitive;
import dev.gatehouse.local.apigateway.resources.ApiResource;
import dev.gatehouse.local.apigateway.resources.ApiStage;
import dev.gatehouse.local.http.Request;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The {@code $context} variables of a request.
 *
 * @param resource null if no resource matches the path
 * @param error the error of the gateway, null if there is none
 */
public record ContextVariables(
    ApiStage stage,
    Request request,
    @Nullable ApiResource resource,
    String requestId,
    Instant at,
    @Nullable GatewayError error) {

  /** The names of the supported variables. */
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

  ContextVariables withError(GatewayError other) {
    return new ContextVariables(stage, request, resource, requestId, at, other);
  }

  /** Returns the value of a variable, empty if AWS has none either. */
  String variable(String name) {
    return switch (name) {
      case "accountId" -> stage.accountId();
      case "apiId" -> stage.apiId();
      case "domainName" -> request.header("Host").orElse("").replaceFirst(":\\d+$", "");
      case "error.message" -> error == null ? "" : error.message();
      case "error.messageString" ->
          error == null ? "" : new JsonPrimitive(error.message()).toString();
      case "error.responseType" -> error == null ? "" : error.responseType();
      case "extendedRequestId", "requestId" -> requestId;
      case "httpMethod" -> request.method();
      case "identity.sourceIp" -> request.sourceIp();
      case "identity.userAgent" -> request.header("User-Agent").orElse("");
      case "path" -> request.path();
      case "protocol" -> "HTTP/1.1";
      case "requestTime" -> TIME.format(at);
      case "requestTimeEpoch" -> Long.toString(at.toEpochMilli());
      case "resourcePath" -> resource == null ? "" : resource.path();
      case "stage" -> stage.name();
      default -> throw new IllegalArgumentException(name);
    };
  }
}
