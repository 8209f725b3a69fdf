package dev.gatehouse.local.apigateway.integration;

import dev.gatehouse.local.apigateway.resources.ApiGatewayCheck;
import dev.gatehouse.local.apigateway.responses.MappingTemplate;
import dev.gatehouse.local.apigateway.responses.ParameterMapping;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reader of the integrations in a plan. */
public final class IntegrationReader {
  private static final String TYPE = "aws:apigateway/";
  private static final Pattern INVOKE_ARN =
      Pattern.compile("arn:aws:apigateway:[^:]+:lambda:path/2015-03-31/functions/(.+)/invocations");
  private static final Pattern STATUS_CODE = Pattern.compile("\"?statusCode\"?\\s*:\\s*(\\d{3})");
  private static final String HEADER = "method.response.header.";
  private static final int DEFAULT_TIMEOUT_MILLIS = 29_000;

  private IntegrationReader() {}

  /** Returns the integration of a method; throws {@code PlanInvalid} if it is not supported. */
  public static Integration of(Plan plan, Resource method) {
    Resource integration =
        ofMethod(plan, "integration:Integration", method).stream()
            .findFirst()
            .orElseThrow(() -> method.refused("has no integration"));
    ApiGatewayCheck.checkIntegration(integration);
    return integration.optionalInput("type").orElse("").equals("MOCK")
        ? mock(plan, method, integration)
        : lambdaProxy(integration);
  }

  private static Integration lambdaProxy(Resource integration) {
    Matcher uri = INVOKE_ARN.matcher(integration.optionalInput("uri").orElse(""));
    if (!integration.optionalInput("type").orElse("").equals("AWS_PROXY") || !uri.matches()) {
      throw integration.refused("is neither MOCK nor an AWS_PROXY integration with a function");
    }
    if (!integration.optionalInput("integrationHttpMethod").orElse("").equals("POST")) {
      throw integration.refused("must call Lambda by POST (integrationHttpMethod)");
    }
    return new Integration.LambdaProxy(
        uri.group(1),
        Duration.ofMillis(
            integration.wholeInput("timeoutMilliseconds").orElse(DEFAULT_TIMEOUT_MILLIS)));
  }

  private static Integration mock(Plan plan, Resource method, Resource integration) {
    String status = status(integration);
    Resource response = find(plan, "integrationResponse:IntegrationResponse", method, status);
    Resource declared = find(plan, "methodResponse:MethodResponse", method, status);
    if (response.optionalInput("selectionPattern").filter(text -> !text.isEmpty()).isPresent()) {
      throw response.refused("sets selectionPattern, which the local emulator does not support");
    }
    Map<String, ParameterMapping> headers = ParameterMapping.headers(response, HEADER);
    for (String header : headers.keySet()) {
      if (!declared.object("responseParameters").has(HEADER + header)) {
        throw declared.refused(
            "does not declare the header %s, so AWS refuses it".formatted(header));
      }
    }
    return new Integration.Mock(
        Integer.parseInt(status),
        headers,
        MappingTemplate.of(response, "responseTemplates").get("application/json"));
  }

  private static String status(Resource integration) {
    Map<String, MappingTemplate> templates = MappingTemplate.of(integration, "requestTemplates");
    MappingTemplate template = templates.getOrDefault("application/json", new MappingTemplate(""));
    Matcher status = STATUS_CODE.matcher(template.text());
    if (!status.find()) {
      throw integration.refused("has no statusCode in its template for application/json");
    }
    return status.group(1);
  }

  private static Resource find(Plan plan, String type, Resource method, String status) {
    return ofMethod(plan, type, method).stream()
        .filter(each -> each.input("statusCode").equals(status))
        .findFirst()
        .orElseThrow(() -> method.refused("has no %s for %s".formatted(type, status)));
  }

  private static List<Resource> ofMethod(Plan plan, String type, Resource method) {
    return plan.ofType(TYPE + type).stream()
        .filter(each -> each.input("resourceId").equals(method.input("resourceId")))
        .filter(each -> each.input("httpMethod").equals(method.input("httpMethod")))
        .toList();
  }
}
