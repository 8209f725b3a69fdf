package dev.gatehouse.local.apigateway;

import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.PlanInvalid;
import dev.gatehouse.local.plan.Resource;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Words what the gateway answers itself: as the plan declares it, else as AWS does by default. */
record GatewayResponses(Map<String, Declared> byType) {
  private static final String RESPONSE = "aws:apigateway/response:Response";
  private static final String JSON = "application/json";
  private static final Template UNSAID = new Template("{\"message\":$context.error.messageString}");
  private static final Declared UNDECLARED = new Declared(OptionalInt.empty(), Map.of(), Map.of());

  private static final Set<String> INPUTS =
      Set.of(
          "restApiId",
          "responseType",
          "statusCode",
          "responseParameters",
          "responseTemplates",
          "region");

  /** The types of the API Gateway Developer Guide; those that cannot happen here do no harm. */
  private static final Set<String> TYPES =
      Set.of(
          "ACCESS_DENIED",
          "API_CONFIGURATION_ERROR",
          "AUTHORIZER_CONFIGURATION_ERROR",
          "AUTHORIZER_FAILURE",
          "BAD_REQUEST_BODY",
          "BAD_REQUEST_PARAMETERS",
          "DEFAULT_4XX",
          "DEFAULT_5XX",
          "EXPIRED_TOKEN",
          "INTEGRATION_FAILURE",
          "INTEGRATION_TIMEOUT",
          "INVALID_API_KEY",
          "INVALID_SIGNATURE",
          "MISSING_AUTHENTICATION_TOKEN",
          "QUOTA_EXCEEDED",
          "REQUEST_TOO_LARGE",
          "RESOURCE_NOT_FOUND",
          "THROTTLED",
          "UNAUTHORIZED",
          "UNSUPPORTED_MEDIA_TYPE",
          "WAF_FILTERED");

  /** Is a gateway response of the plan. */
  record Declared(
      OptionalInt status, Map<String, Mapping> headers, Map<String, Template> templates) {

    /** Returns the content type to answer with: what is accepted, else JSON, else what there is. */
    String type(String accepted) {
      return templates.containsKey(accepted)
          ? accepted
          : templates.isEmpty() || templates.containsKey(JSON)
              ? JSON
              : templates.keySet().iterator().next();
    }

    Template template(String type) {
      return templates.getOrDefault(type, UNSAID);
    }
  }

  /** Reads the plan; throws {@link PlanInvalid} for a response that cannot be played. */
  static GatewayResponses of(Plan plan) {
    return new GatewayResponses(
        plan.ofType(RESPONSE).stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    resource -> resource.input("responseType"), GatewayResponses::declared)));
  }

  /** Returns the answer to a call that is refused for this reason. */
  Response answer(CallContext call, Refusal refusal) {
    CallContext refused = call.refused(refusal);
    Declared fallback = byType.getOrDefault(refusal.defaultType(), UNDECLARED);
    Declared declared = byType.getOrDefault(refusal.responseType(), fallback);
    int status = declared.status().orElse(fallback.status().orElse(refusal.status()));
    String type = declared.type(call.request().header("Accept").orElse(JSON));
    return headed(
        Response.of(status, type, declared.template(type).fill(refused))
            .with("x-amzn-ErrorType", refusal.errorType()),
        declared.headers(),
        refused);
  }

  /** Returns the answer with the headers that the plan adds or replaces. */
  static Response headed(Response answer, Map<String, Mapping> headers, CallContext call) {
    Response headed = answer;
    for (Map.Entry<String, Mapping> header : headers.entrySet()) {
      String value = header.getValue().value(call).orElse("");
      headed = value.isEmpty() ? headed : headed.with(header.getKey(), value);
    }
    return headed;
  }

  private static Declared declared(Resource resource) {
    resource.refuseOthers(resource.inputs(), INPUTS, value -> value.isJsonNull());
    if (!TYPES.contains(resource.input("responseType"))) {
      throw resource.refused("has a responseType that AWS does not know");
    }
    return new Declared(
        resource.wholeInput("statusCode"),
        Mapping.headers(resource, "gatewayresponse.header."),
        Template.of(resource, "responseTemplates"));
  }
}
