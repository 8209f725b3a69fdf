package dev.gatehouse.pulumi.plan;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Answers in place of API Gateway. */
final class ApiGatewayStandIn {
  private final Arns arns;
  private final Map<String, String> pathById = new ConcurrentHashMap<>();

  ApiGatewayStandIn(Arns arns) {
    this.arns = arns;
  }

  Map<String, String> computed(Declared it) {
    return switch (it.type()) {
      case "aws:apigateway/account:Account" -> Map.of("id", "api-gateway-account");
      case "aws:apigateway/authorizer:Authorizer", "aws:apigateway/deployment:Deployment" ->
          Map.of("id", Arns.id(it.urn(), 6));
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
      default -> throw StandIn.unknown(it);
    };
  }

  private Map<String, String> restApi(Declared it) {
    String id = Arns.id(it.urn(), 10);
    String root = Arns.id(it.urn() + "/", 10);
    return Map.of(
        "id", id,
        "name", it.physicalName(),
        "arn", arn("/restapis/" + id),
        "executionArn", arns.arn("execute-api", id),
        "rootResourceId", root);
  }

  /** A parent that was not seen before is the root, whose path adds nothing. */
  private Map<String, String> path(Declared it) {
    String id = Arns.id(it.urn(), 6);
    String parent = pathById.getOrDefault(it.input("parentId"), "");
    String path = "%s/%s".formatted(parent, it.input("pathPart"));
    pathById.put(id, path);
    return Map.of("id", id, "path", path);
  }

  private static String methodId(String kind, Declared it) {
    return String.join(
        "-", kind, it.input("restApi"), it.input("resourceId"), it.input("httpMethod"));
  }

  private static String methodSettingsId(Declared it) {
    return String.join("-", it.input("restApi"), it.input("stageName"), it.input("methodPath"));
  }

  private Map<String, String> stage(Declared it) {
    String api = it.input("restApi");
    String stage = it.input("stageName");
    return Map.of(
        "id", "ags-%s-%s".formatted(api, stage),
        "arn", arn("/restapis/%s/stages/%s".formatted(api, stage)),
        "executionArn", arns.arn("execute-api", "%s/%s".formatted(api, stage)),
        "invokeUrl", "https://%s/%s".formatted(host(api), stage));
  }

  private Map<String, String> domainName(Declared it) {
    String name = it.input("domainName");
    return Map.of(
        "id",
        name,
        "arn",
        arn("/domainnames/" + name),
        "regionalDomainName",
        host("d-" + Arns.id(it.urn(), 10)),
        "regionalZoneId",
        "Z1UJRXOUMOOFQ8",
        "cloudfrontDomainName",
        "d%s.cloudfront.net".formatted(Arns.id(it.urn(), 13)),
        "cloudfrontZoneId",
        Arns.CLOUDFRONT_ZONE);
  }

  private String host(String label) {
    return "%s.execute-api.%s.amazonaws.com".formatted(label, arns.region());
  }

  private String arn(String path) {
    return "arn:aws:apigateway:%s::%s".formatted(arns.region(), path);
  }
}
