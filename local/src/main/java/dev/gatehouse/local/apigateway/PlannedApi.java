package dev.gatehouse.local.apigateway;

import com.nimbusds.jose.jwk.JWKSet;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.PlanInvalid;
import dev.gatehouse.local.plan.Resource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the REST API out of a plan, and refuses what the gateway here cannot play. */
final class PlannedApi {

  private static final String TYPE = "aws:apigateway/";
  private static final Pattern HEADER_SOURCE = Pattern.compile("method\\.request\\.header\\.(.+)");

  private final Plan plan;
  private final Function<String, JWKSet> publicKeys;
  private final Clock clock;

  PlannedApi(Plan plan, Function<String, JWKSet> publicKeys, Clock clock) {
    this.plan = plan;
    this.publicKeys = publicKeys;
    this.clock = clock;
  }

  RestApi read() {
    Resource api = only("restApi:RestApi");
    Resource stage = only("stage:Stage");
    Unplayed.refuseInApi(api);
    Unplayed.refuseInStage(stage);
    String executionArn = api.output("executionArn");
    return new RestApi(
        api.output("id"),
        executionArn.split(":", -1)[4],
        stage.input("stageName"),
        executionArn,
        strings(stage, "variables"),
        new BinaryMediaTypes(api.texts("binaryMediaTypes")),
        routes(api),
        GatewayResponses.of(plan));
  }

  private Routes routes(Resource api) {
    Map<String, String> paths = paths(api);
    Map<String, Map<String, ApiMethod>> methods = new LinkedHashMap<>();
    for (Resource method : plan.ofType(TYPE + "method:Method")) {
      String resourceId = method.input("resourceId");
      if (!paths.containsKey(resourceId)) {
        throw method.refused("belongs to no resource of the API");
      }
      methods
          .computeIfAbsent(resourceId, any -> new LinkedHashMap<>())
          .put(method.input("httpMethod"), method(method));
    }
    List<Route> routes = new ArrayList<>();
    paths.forEach((id, path) -> routes.add(Route.of(id, path, methods.getOrDefault(id, Map.of()))));
    return new Routes(routes);
  }

  /** A resource is created after its parent, so one pass in the order of creation is enough. */
  private Map<String, String> paths(Resource api) {
    Map<String, String> paths = new LinkedHashMap<>();
    paths.put(api.output("rootResourceId"), "/");
    for (Resource resource : plan.ofType(TYPE + "resource:Resource")) {
      String parent = paths.get(resource.input("parentId"));
      if (parent == null) {
        throw resource.refused("has a parent that is no resource of the API");
      }
      paths.put(
          resource.output("id"),
          (parent.equals("/") ? "" : parent) + "/" + resource.input("pathPart"));
    }
    return paths;
  }

  private ApiMethod method(Resource method) {
    Unplayed.refuseInMethod(method);
    return new ApiMethod(
        Backends.of(plan, method), authorizerOf(method), method.texts("authorizationScopes"));
  }

  private @Nullable CognitoAuthorizer authorizerOf(Resource method) {
    return switch (method.input("authorization")) {
      case "NONE" -> null;
      case "COGNITO_USER_POOLS" -> authorizer(method);
      default -> throw method.refused("wants an authorization other than COGNITO_USER_POOLS");
    };
  }

  private CognitoAuthorizer authorizer(Resource method) {
    String id = method.input("authorizerId");
    Resource authorizer =
        plan.ofType(TYPE + "authorizer:Authorizer").stream()
            .filter(each -> each.output("id").equals(id))
            .findFirst()
            .orElseThrow(() -> method.refused("names an authorizer that is not in the plan"));
    Unplayed.refuseInAuthorizer(authorizer);
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
    return new CognitoAuthorizer(source.group(1), pools, publicKeys, clock);
  }

  private Resource only(String type) {
    List<Resource> found = plan.ofType(TYPE + type);
    if (found.size() != 1) {
      throw new PlanInvalid(
          "The plan has %d resources of type %s%s; the API port serves exactly one"
              .formatted(found.size(), TYPE, type));
    }
    return found.getFirst();
  }

  private static Map<String, String> strings(Resource resource, String key) {
    Map<String, String> strings = new LinkedHashMap<>();
    resource.object(key).asMap().forEach((name, value) -> strings.put(name, value.getAsString()));
    return strings;
  }
}
