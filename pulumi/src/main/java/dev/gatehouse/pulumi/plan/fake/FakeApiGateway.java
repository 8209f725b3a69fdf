package dev.gatehouse.pulumi.plan.fake;

import static dev.gatehouse.pulumi.plan.fake.FakeIdentifiers.id;
import static dev.gatehouse.pulumi.plan.fake.FakeIdentifiers.physicalName;

import dev.gatehouse.pulumi.plan.engine.RegisteredResource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The computed outputs of API Gateway's resources. */
final class FakeApiGateway {
  private final FakeIdentifiers ids;
  private final Map<String, String> pathById = new ConcurrentHashMap<>();

  FakeApiGateway(FakeIdentifiers ids) {
    this.ids = ids;
  }

  Map<String, String> outputs(RegisteredResource it) {
    return switch (it.type()) {
      case "aws:apigateway/account:Account" -> Map.of("id", "api-gateway-account");
      case "aws:apigateway/authorizer:Authorizer", "aws:apigateway/deployment:Deployment" ->
          Map.of("id", id(it.urn(), 6));
      case "aws:apigateway/basePathMapping:BasePathMapping" ->
          Map.of("id", it.input("domainName") + "/");
      case "aws:apigateway/domainName:DomainName" -> domainName(it);
      case "aws:apigateway/integration:Integration" -> Map.of("id", methodId("agi", it));
      case "aws:apigateway/method:Method" -> Map.of("id", methodId("agm", it));
      case "aws:apigateway/methodSettings:MethodSettings" -> Map.of("id", methodSettingsId(it));
      case "aws:apigateway/resource:Resource" -> path(it);
      case "aws:apigateway/response:Response" ->
          Map.of("id", "aggr-%s-%s".formatted(it.input("restApiId"), it.input("responseType")));
      case "aws:apigateway/restApi:RestApi" -> restApi(it);
      case "aws:apigateway/stage:Stage" -> stage(it);
      default -> throw FakeProvider.unsupported(it);
    };
  }

  private Map<String, String> restApi(RegisteredResource it) {
    String id = id(it.urn(), 10);
    String root = id(it.urn() + "/", 10);
    return Map.of(
        "id", id,
        "name", physicalName(it),
        "arn", arn("/restapis/" + id),
        "executionArn", ids.arn("execute-api", id),
        "rootResourceId", root);
  }

  /** An unknown parent is the root resource, whose path is empty. */
  private Map<String, String> path(RegisteredResource it) {
    String id = id(it.urn(), 6);
    String parent = pathById.getOrDefault(it.input("parentId"), "");
    String path = "%s/%s".formatted(parent, it.input("pathPart"));
    pathById.put(id, path);
    return Map.of("id", id, "path", path);
  }

  private static String methodId(String kind, RegisteredResource it) {
    return String.join(
        "-", kind, it.input("restApi"), it.input("resourceId"), it.input("httpMethod"));
  }

  private static String methodSettingsId(RegisteredResource it) {
    return String.join("-", it.input("restApi"), it.input("stageName"), it.input("methodPath"));
  }

  private Map<String, String> stage(RegisteredResource it) {
    String api = it.input("restApi");
    String stage = it.input("stageName");
    return Map.of(
        "id", "ags-%s-%s".formatted(api, stage),
        "arn", arn("/restapis/%s/stages/%s".formatted(api, stage)),
        "executionArn", ids.arn("execute-api", "%s/%s".formatted(api, stage)),
        "invokeUrl", "https://%s/%s".formatted(host(api), stage));
  }

  private Map<String, String> domainName(RegisteredResource it) {
    String name = it.input("domainName");
    return Map.of(
        "id",
        name,
        "arn",
        arn("/domainnames/" + name),
        "regionalDomainName",
        host("d-" + id(it.urn(), 10)),
        "regionalZoneId",
        "Z1UJRXOUMOOFQ8",
        "cloudfrontDomainName",
        "d%s.cloudfront.net".formatted(id(it.urn(), 13)),
        "cloudfrontZoneId",
        FakeIdentifiers.CLOUDFRONT_ZONE);
  }

  private String host(String label) {
    return "%s.execute-api.%s.amazonaws.com".formatted(label, ids.region());
  }

  private String arn(String path) {
    return "arn:aws:apigateway:%s::%s".formatted(ids.region(), path);
  }
}
