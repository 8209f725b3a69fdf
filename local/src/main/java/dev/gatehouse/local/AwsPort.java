package dev.gatehouse.local;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.UserPoolDomain;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import java.util.Map;
import java.util.regex.Pattern;

/** Tells the services apart that share the AWS port, by what real AWS endpoints go by. */
final class AwsPort implements Service {

  private static final Pattern WELL_KNOWN = Pattern.compile("/[^/]+/\\.well-known/[^/]+");

  /** Is one service for each kind of request that the port knows. */
  record Services(
      Service cognito,
      Service domain,
      Service dynamoDb,
      Service kms,
      Service lambda,
      Service sqs,
      Service ses,
      Service inbox,
      Service description,
      Service page) {}

  private final Services services;

  AwsPort(Services services) {
    this.services = services;
  }

  @Override
  public Response answer(Request request) {
    if (request.method().equals("OPTIONS")) {
      return Cors.preflight();
    }
    String target = request.header("X-Amz-Target").orElse("");
    return target.isEmpty() ? byPath(request) : byTarget(target, request);
  }

  private Response byTarget(String target, Request request) {
    return switch (target.split("\\.", 2)[0]) {
      case "AWSCognitoIdentityProviderService" -> Cors.open(services.cognito().answer(request));
      case "DynamoDB_20120810" -> services.dynamoDb().answer(request);
      case "TrentService" -> services.kms().answer(request);
      case "AmazonSQS" -> services.sqs().answer(request);
      default -> unknown(400, "No service here answers the X-Amz-Target " + target);
    };
  }

  private Response byPath(Request request) {
    return switch (request.path()) {
      case "/_aws/ses" -> services.inbox().answer(request);
      case "/_gatehouse" -> services.description().answer(request);
      case "/" -> atTheRoot(request);
      default -> deeper(request);
    };
  }

  private Response atTheRoot(Request request) {
    if (request.method().equals("POST") || request.parameter("Action").isPresent()) {
      return isForm(request) || request.parameter("Action").isPresent()
          ? services.ses().answer(request)
          : unknown(
              400,
              "POST / takes the X-Amz-Target of a JSON service or the Action of a form; this has"
                  + " neither");
    }
    return services.page().answer(request);
  }

  private Response deeper(Request request) {
    if (request.path().startsWith("/2015-03-31/")) {
      return services.lambda().answer(request);
    }
    if (WELL_KNOWN.matcher(request.path()).matches()) {
      return Cors.open(services.cognito().answer(request));
    }
    if (UserPoolDomain.isEndpoint(request.path())) {
      return Cors.open(services.domain().answer(request));
    }
    if (UserPoolDomain.isPage(request.path())) {
      return services.domain().answer(request);
    }
    return unknown(
        404,
        "%s %s is nothing here; this is the AWS port, and / shows what happened on it"
            .formatted(request.method(), request.path()));
  }

  private static boolean isForm(Request request) {
    return request
        .header("Content-Type")
        .filter(type -> type.startsWith("application/x-www-form-urlencoded"))
        .isPresent();
  }

  private static Response unknown(int status, String sentence) {
    JsonObject body = new JsonObject();
    body.addProperty("__type", "UnknownOperationException");
    body.addProperty("message", sentence);
    return Response.of(status, "application/x-amz-json-1.1", body.toString())
        .with("x-amzn-ErrorType", "UnknownOperationException");
  }

  /** Lets browsers in from any origin, as Cognito's endpoint does. */
  private static final class Cors {

    static Response preflight() {
      return open(new Response(204, Map.of(), new byte[0]))
          .with("Access-Control-Allow-Methods", "GET, POST")
          .with(
              "Access-Control-Allow-Headers",
              "authorization, content-type, x-amz-target, x-amz-user-agent, amz-sdk-invocation-id,"
                  + " amz-sdk-request, cache-control")
          .with("Access-Control-Max-Age", "172800");
    }

    static Response open(Response response) {
      return response
          .with("Access-Control-Allow-Origin", "*")
          .with(
              "Access-Control-Expose-Headers",
              "x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date");
    }
  }
}
