package dev.gatehouse.local.apigateway;

import dev.gatehouse.local.apigateway.authorizer.CognitoAuthorizer;
import dev.gatehouse.local.apigateway.authorizer.UserPoolTokens;
import dev.gatehouse.local.apigateway.integration.IntegrationReader;
import dev.gatehouse.local.apigateway.resources.ApiGatewayCheck;
import dev.gatehouse.local.apigateway.resources.ApiMethod;
import dev.gatehouse.local.apigateway.resources.ApiResource;
import dev.gatehouse.local.apigateway.resources.ApiResources;
import dev.gatehouse.local.apigateway.resources.ApiStage;
import dev.gatehouse.local.apigateway.resources.BinaryMediaTypes;
import dev.gatehouse.local.apigateway.responses.GatewayResponses;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.PlanInvalid;
import dev.gatehouse.local.plan.Resource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reader of the REST API in a plan; it refuses what the emulator does not support. */
final class RestApiReader {

  private static final String TYPE = "aws:apigateway/";
  private static final Pattern HEADER_SOURCE = Pattern.compile("method\\.request\\.header\\.(.+)");

  private final Plan plan;
  private final UserPoolTokens tokens;
  private final Clock clock;

  RestApiReader(Plan plan, UserPoolTokens tokens, Clock clock) {
    this.plan = plan;
    this.tokens = tokens;
    this.clock = clock;
  }

  RestApi read() {
    Resource api = only("restApi:RestApi");
    Resource stage = only("stage:Stage");
    ApiGatewayCheck.checkApi(api);
    ApiGatewayCheck.checkStage(stage);
    String executionArn = api.output("executionArn");
    ApiStage deployed =
        new ApiStage(
            api.output("id"),
            executionArn.split(":", -1)[4],
            stage.input("stageName"),
            stage.optionalInput("deployment").orElse(null),
            executionArn,
            strings(stage, "variables"),
            new BinaryMediaTypes(api.texts("binaryMediaTypes")));
    return new RestApi(deployed, resources(api), GatewayResponses.of(plan));
  }

  private ApiResources resources(Resource api) {
    Map<String, String> paths = paths(api);
    Map<String, Map<String, ApiMethod>> methods = new LinkedHashMap<>();
    for (Resource method : plan.ofType(TYPE + "method:Method")) {
      String resourceId = method.input("resourceId");
      if (!paths.containsKey(resourceId)) {
        throw method.refused("has a resourceId that the plan does not declare");
      }
      methods
          .computeIfAbsent(resourceId, any -> new LinkedHashMap<>())
          .put(method.input("httpMethod"), method(method));
    }
    List<ApiResource> resources = new ArrayList<>();
    paths.forEach(
        (id, path) -> resources.add(ApiResource.of(id, path, methods.getOrDefault(id, Map.of()))));
    return new ApiResources(resources);
  }

  /** Returns the paths by resource id. One pass is enough, as parents are created first. */
  private Map<String, String> paths(Resource api) {
    Map<String, String> paths = new LinkedHashMap<>();
    paths.put(api.output("rootResourceId"), "/");
    for (Resource resource : plan.ofType(TYPE + "resource:Resource")) {
      String parent = paths.get(resource.input("parentId"));
      if (parent == null) {
        throw resource.refused("has a parentId that the plan does not declare");
      }
      paths.put(
          resource.output("id"),
          (parent.equals("/") ? "" : parent) + "/" + resource.input("pathPart"));
    }
    return paths;
  }

  private ApiMethod method(Resource method) {
    ApiGatewayCheck.checkMethod(method);
    return new ApiMethod(
        IntegrationReader.of(plan, method),
        authorizerOf(method),
        method.texts("authorizationScopes"));
  }

  private @Nullable CognitoAuthorizer authorizerOf(Resource method) {
    return switch (method.input("authorization")) {
      case "NONE" -> null;
      case "COGNITO_USER_POOLS" -> authorizer(method);
      default ->
          throw method.refused("has an authorization other than NONE and COGNITO_USER_POOLS");
    };
  }

  private CognitoAuthorizer authorizer(Resource method) {
    String id = method.input("authorizerId");
    Resource authorizer =
        plan.ofType(TYPE + "authorizer:Authorizer").stream()
            .filter(each -> each.output("id").equals(id))
            .findFirst()
            .orElseThrow(
                () -> method.refused("has an authorizerId that the plan does not declare"));
    ApiGatewayCheck.checkAuthorizer(authorizer);
    Matcher source =
        HEADER_SOURCE.matcher(
            authorizer
                .optionalInput("identitySource")
                .orElse("method.request.header.Authorization"));
    if (!authorizer.optionalInput("type").orElse("").equals("COGNITO_USER_POOLS")
        || !source.matches()) {
      throw authorizer.refused("is not a COGNITO_USER_POOLS authorizer that reads a header");
    }
    List<String> pools =
        authorizer.texts("providerArns").stream()
            .map(arn -> arn.substring(arn.lastIndexOf('/') + 1))
            .toList();
    return new CognitoAuthorizer(source.group(1), pools, tokens, clock);
  }

  private Resource only(String type) {
    List<Resource> found = plan.ofType(TYPE + type);
    if (found.size() != 1) {
      throw new PlanInvalid(
          String.format(
              Locale.ROOT,
              "The plan has %d resources of type %s%s; the API port serves exactly one",
              found.size(),
              TYPE,
              type));
    }
    return found.getFirst();
  }

  private static Map<String, String> strings(Resource resource, String key) {
    Map<String, String> strings = new LinkedHashMap<>();
    resource.object(key).asMap().forEach((name, value) -> strings.put(name, value.getAsString()));
    return strings;
  }
}
