package dev.gatehouse.local.apigateway;

import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the integration of a method: a function, or an answer that the plan spells out. */
final class Backends {
  private static final String TYPE = "aws:apigateway/";
  private static final Pattern INVOKE_ARN =
      Pattern.compile("arn:aws:apigateway:[^:]+:lambda:path/2015-03-31/functions/(.+)/invocations");
  private static final Pattern STATUS_CODE = Pattern.compile("\"?statusCode\"?\\s*:\\s*(\\d{3})");
  private static final String HEADER = "method.response.header.";
  private static final int PATIENCE_MILLIS = 29_000;

  private Backends() {}

  static ApiMethod.Backend of(Plan plan, Resource method) {
    Resource integration =
        among(plan, "integration:Integration", method).stream()
            .findFirst()
            .orElseThrow(() -> method.refused("has no integration"));
    Unplayed.refuseInIntegration(integration);
    return integration.optionalInput("type").orElse("").equals("MOCK")
        ? mock(plan, method, integration)
        : function(integration);
  }

  private static ApiMethod.Backend function(Resource integration) {
    Matcher uri = INVOKE_ARN.matcher(integration.optionalInput("uri").orElse(""));
    if (!integration.optionalInput("type").orElse("").equals("AWS_PROXY") || !uri.matches()) {
      throw integration.refused("is neither MOCK nor an AWS_PROXY integration with a function");
    }
    if (!integration.optionalInput("integrationHttpMethod").orElse("").equals("POST")) {
      throw integration.refused("must call Lambda by POST (integrationHttpMethod)");
    }
    return new ApiMethod.Lambda(
        uri.group(1),
        Duration.ofMillis(integration.wholeInput("timeoutMilliseconds").orElse(PATIENCE_MILLIS)));
  }

  private static ApiMethod.Backend mock(Plan plan, Resource method, Resource integration) {
    String status = status(integration);
    Resource answer = only(plan, "integrationResponse:IntegrationResponse", method, status);
    Resource declared = only(plan, "methodResponse:MethodResponse", method, status);
    if (answer.optionalInput("selectionPattern").filter(text -> !text.isEmpty()).isPresent()) {
      throw answer.refused("sets selectionPattern; a MOCK here has one answer");
    }
    Map<String, Mapping> headers = Mapping.headers(answer, HEADER);
    for (String header : headers.keySet()) {
      if (!declared.object("responseParameters").has(HEADER + header)) {
        throw declared.refused(
            "does not declare the header %s, so AWS refuses it".formatted(header));
      }
    }
    return new ApiMethod.Mock(
        Integer.parseInt(status),
        headers,
        Template.of(answer, "responseTemplates").get("application/json"));
  }

  private static String status(Resource integration) {
    Map<String, Template> templates = Template.of(integration, "requestTemplates");
    Template template = templates.getOrDefault("application/json", new Template(""));
    Matcher status = STATUS_CODE.matcher(template.text());
    if (!status.find()) {
      throw integration.refused("has no statusCode in its template for application/json");
    }
    return status.group(1);
  }

  private static Resource only(Plan plan, String type, Resource method, String status) {
    return among(plan, type, method).stream()
        .filter(each -> each.input("statusCode").equals(status))
        .findFirst()
        .orElseThrow(() -> method.refused("has no %s for %s".formatted(type, status)));
  }

  private static List<Resource> among(Plan plan, String type, Resource method) {
    return plan.ofType(TYPE + type).stream()
        .filter(each -> each.input("resourceId").equals(method.input("resourceId")))
        .filter(each -> each.input("httpMethod").equals(method.input("httpMethod")))
        .toList();
  }
}
