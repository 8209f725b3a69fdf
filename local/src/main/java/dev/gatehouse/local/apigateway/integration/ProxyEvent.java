package dev.gatehouse.local.apigateway.integration;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.gatehouse.local.apigateway.authorizer.AuthorizerClaims;
import dev.gatehouse.local.apigateway.resources.ApiResources;
import dev.gatehouse.local.apigateway.resources.ApiStage;
import dev.gatehouse.local.http.Request;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The event of a Lambda proxy integration of a REST API, payload format 1.0. */
public final class ProxyEvent {

  private static final Gson JSON =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().create();
  private static final DateTimeFormatter REQUEST_TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final List<String> NULL_IDENTITY_FIELDS =
      List.of(
          "accessKey",
          "accountId",
          "caller",
          "cognitoAuthenticationProvider",
          "cognitoAuthenticationType",
          "cognitoIdentityId",
          "cognitoIdentityPoolId",
          "principalOrgId",
          "user",
          "userArn",
          "clientCert");

  private final ApiStage stage;
  private final ApiResources.ResourceMatch match;
  private final Request request;

  /** Creates the event of a request. */
  public ProxyEvent(ApiStage stage, ApiResources.ResourceMatch match, Request request) {
    this.stage = stage;
    this.match = match;
    this.request = request;
  }

  /** Returns the event as JSON; claims are null if the method has no authorizer. */
  public String json(@Nullable JWTClaimsSet claims, String requestId, Instant at) {
    Map<String, List<String>> headers = ProxyHeaders.of(request, requestId);
    Map<String, @Nullable Object> event = new LinkedHashMap<>();
    event.put("resource", match.resource().path());
    event.put("path", request.path());
    event.put("httpMethod", request.method());
    event.put("headers", nullIfEmpty(lastValues(headers)));
    event.put("multiValueHeaders", nullIfEmpty(headers));
    event.put("queryStringParameters", nullIfEmpty(lastValues(request.query())));
    event.put("multiValueQueryStringParameters", nullIfEmpty(request.query()));
    event.put("pathParameters", nullIfEmpty(match.pathParameters()));
    event.put("stageVariables", nullIfEmpty(stage.variables()));
    event.put("requestContext", context(claims, requestId, at));
    boolean binary = stage.binaryMediaTypes().matches(request.header("Content-Type").orElse(""));
    event.put("body", body(binary));
    event.put("isBase64Encoded", binary && request.body().length > 0);
    return JSON.toJson(event);
  }

  private @Nullable String body(boolean binary) {
    if (request.body().length == 0) {
      return null;
    }
    return binary ? Base64.getEncoder().encodeToString(request.body()) : request.text();
  }

  private Map<String, @Nullable Object> context(
      @Nullable JWTClaimsSet claims, String requestId, Instant at) {
    String host = request.header("Host").orElse("localhost").replaceFirst(":\\d+$", "");
    Map<String, @Nullable Object> context = new LinkedHashMap<>();
    context.put("resourceId", match.resource().id());
    context.put("resourcePath", match.resource().path());
    context.put("httpMethod", request.method());
    context.put("extendedRequestId", requestId);
    context.put("requestTime", REQUEST_TIME.format(at));
    // Behind a custom domain the path does not contain the stage.
    context.put("path", request.path());
    context.put("accountId", stage.accountId());
    context.put("protocol", "HTTP/1.1");
    context.put("stage", stage.name());
    context.put("domainPrefix", host.split("\\.", 2)[0]);
    context.put("requestTimeEpoch", at.toEpochMilli());
    context.put("requestId", requestId);
    context.put("identity", identity());
    context.put("domainName", host);
    if (stage.deploymentId() != null) {
      context.put("deploymentId", stage.deploymentId());
    }
    context.put("apiId", stage.apiId());
    if (claims != null) {
      JsonObject authorizer = new JsonObject();
      authorizer.add("claims", AuthorizerClaims.json(claims));
      context.put("authorizer", authorizer);
    }
    return context;
  }

  private Map<String, @Nullable Object> identity() {
    Map<String, @Nullable Object> identity = new LinkedHashMap<>();
    NULL_IDENTITY_FIELDS.forEach(name -> identity.put(name, null));
    identity.put("sourceIp", request.sourceIp());
    identity.put("userAgent", request.header("User-Agent").orElse(null));
    return identity;
  }

  private static Map<String, String> lastValues(Map<String, List<String>> several) {
    Map<String, String> last = new LinkedHashMap<>();
    several.forEach((name, values) -> last.put(name, values.getLast()));
    return last;
  }

  private static <V> @Nullable Map<String, V> nullIfEmpty(Map<String, V> map) {
    return map.isEmpty() ? null : map;
  }
}
