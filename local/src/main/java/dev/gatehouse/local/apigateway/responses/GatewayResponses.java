package dev.gatehouse.local.apigateway.responses;

import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.PlanInvalid;
import dev.gatehouse.local.plan.Resource;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** The gateway responses of a REST API: those of the plan, else the defaults of AWS. */
public record GatewayResponses(Map<String, GatewayResponse> byType) {
  private static final String RESPONSE = "aws:apigateway/response:Response";
  private static final String JSON = "application/json";
  private static final MappingTemplate DEFAULT_TEMPLATE =
      new MappingTemplate("{\"message\":$context.error.messageString}");
  private static final GatewayResponse DEFAULT_RESPONSE =
      new GatewayResponse(OptionalInt.empty(), Map.of(), Map.of());

  private static final Set<String> INPUTS =
      Set.of(
          "restApiId",
          "responseType",
          "statusCode",
          "responseParameters",
          "responseTemplates",
          "region");

  /** All response types of the API Gateway Developer Guide. */
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

  /** A gateway response of the plan. */
  record GatewayResponse(
      OptionalInt status,
      Map<String, ParameterMapping> headers,
      Map<String, MappingTemplate> templates) {

    /** Returns the content type to send: the accepted one, else JSON, else the first. */
    String type(String accepted) {
      return templates.containsKey(accepted)
          ? accepted
          : templates.isEmpty() || templates.containsKey(JSON)
              ? JSON
              : templates.keySet().iterator().next();
    }

    MappingTemplate template(String type) {
      return templates.getOrDefault(type, DEFAULT_TEMPLATE);
    }
  }

  /** Returns the responses of a plan; throws {@link PlanInvalid} for an unsupported one. */
  public static GatewayResponses of(Plan plan) {
    return new GatewayResponses(
        plan.ofType(RESPONSE).stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    resource -> resource.input("responseType"), GatewayResponses::read)));
  }

  /** Returns the response for an error. */
  public Response response(ContextVariables context, GatewayError error) {
    ContextVariables variables = context.withError(error);
    GatewayResponse fallback = byType.getOrDefault(error.defaultType(), DEFAULT_RESPONSE);
    GatewayResponse response = byType.getOrDefault(error.responseType(), fallback);
    int status = response.status().orElse(fallback.status().orElse(error.status()));
    String type = response.type(context.request().header("Accept").orElse(JSON));
    return withHeaders(
        Response.of(status, type, response.template(type).fill(variables))
            .with("x-amzn-ErrorType", error.errorType()),
        response.headers(),
        variables);
  }

  /** Returns the response with the headers that the plan adds or replaces. */
  public static Response withHeaders(
      Response response, Map<String, ParameterMapping> headers, ContextVariables context) {
    Response result = response;
    for (Map.Entry<String, ParameterMapping> header : headers.entrySet()) {
      String value = header.getValue().value(context).orElse("");
      result = value.isEmpty() ? result : result.with(header.getKey(), value);
    }
    return result;
  }

  private static GatewayResponse read(Resource resource) {
    resource.refuseUnsupported(resource.inputs(), INPUTS);
    if (!TYPES.contains(resource.input("responseType"))) {
      throw resource.refused("has a responseType that AWS does not have");
    }
    return new GatewayResponse(
        resource.wholeInput("statusCode"),
        ParameterMapping.headers(resource, "gatewayresponse.header."),
        MappingTemplate.of(resource, "responseTemplates"));
  }
}
