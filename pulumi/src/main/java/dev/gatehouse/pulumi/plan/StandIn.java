package dev.gatehouse.pulumi.plan;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Answers in place of AWS: gives ids, ARNs and whatever else a program may read of a resource. A
 * type it does not know, it refuses.
 */
final class StandIn {
  private final Arns arns;
  private final Map<String, String> pathById = new ConcurrentHashMap<>();

  StandIn(Arns arns) {
    this.arns = arns;
  }

  /** Returns everything that was asked for, with the computed values beside it. */
  JsonObject create(Declared declared) {
    JsonObject outputs = declared.inputs().deepCopy();
    computed(declared).forEach(outputs::addProperty);
    return outputs;
  }

  private Map<String, String> computed(Declared it) {
    return switch (it.type()) {
      case "aws:apigateway/authorizer:Authorizer", "aws:apigateway/deployment:Deployment" ->
          Map.of("id", Arns.id(it.urn(), 6));
      case "aws:apigateway/integration:Integration" -> Map.of("id", methodId("agi", it));
      case "aws:apigateway/method:Method" -> Map.of("id", methodId("agm", it));
      case "aws:apigateway/resource:Resource" -> path(it);
      case "aws:apigateway/restApi:RestApi" -> restApi(it);
      case "aws:apigateway/stage:Stage" -> stage(it);
      case "aws:cloudwatch/logGroup:LogGroup" ->
          named(it, arns.arn("logs", "log-group:" + name(it)));
      case "aws:cognito/userPool:UserPool" -> pool(it);
      case "aws:cognito/userPoolClient:UserPoolClient" -> Map.of("id", Arns.id(it.urn(), 26));
      case "aws:dynamodb/table:Table" -> named(it, arns.arn("dynamodb", "table/" + name(it)));
      case "aws:iam/role:Role" -> named(it, arns.globalArn("iam", "role/" + name(it)));
      case "aws:iam/rolePolicy:RolePolicy" ->
          Map.of("id", it.input("role") + ":" + name(it), "name", name(it));
      case "aws:lambda/alias:Alias" -> alias(it);
      case "aws:lambda/function:Function" -> function(it);
      case "aws:lambda/permission:Permission" -> Map.of("id", name(it), "statementId", name(it));
      case "aws:ses/identityPolicy:IdentityPolicy" ->
          Map.of("id", it.input("identity") + "|" + name(it), "name", name(it));
      default ->
          throw new RecordingFailed(
              "The recorder does not know how AWS answers for %s \"%s\": teach StandIn"
                  .formatted(it.type(), it.name()));
    };
  }

  /** Returns the name that the program gave, or the one that Pulumi would make up. */
  private static String name(Declared it) {
    return it.inputs().has("name") ? it.input("name") : it.name() + "-" + Arns.id(it.urn(), 7);
  }

  private static Map<String, String> named(Declared it, String arn) {
    return Map.of("id", name(it), "name", name(it), "arn", arn);
  }

  private Map<String, String> function(Declared it) {
    String arn = arns.arn("lambda", "function:" + name(it));
    return Map.of(
        "id", name(it),
        "name", name(it),
        "arn", arn,
        "invokeArn", arns.invokeArn(arn),
        "version", "1",
        "qualifiedArn", arn + ":1",
        "qualifiedInvokeArn", arns.invokeArn(arn + ":1"));
  }

  private Map<String, String> alias(Declared it) {
    String arn = arns.arn("lambda", "function:%s:%s".formatted(it.input("functionName"), name(it)));
    return Map.of("id", arn, "name", name(it), "arn", arn, "invokeArn", arns.invokeArn(arn));
  }

  private Map<String, String> pool(Declared it) {
    String id = arns.region() + "_" + Arns.id(it.urn(), 9);
    return Map.of(
        "id", id,
        "name", name(it),
        "arn", arns.arn("cognito-idp", "userpool/" + id),
        "endpoint", "cognito-idp.%s.amazonaws.com/%s".formatted(arns.region(), id));
  }

  private Map<String, String> restApi(Declared it) {
    String id = Arns.id(it.urn(), 10);
    String root = Arns.id(it.urn() + "/", 10);
    pathById.put(root, "");
    return Map.of(
        "id", id,
        "name", name(it),
        "arn", "arn:aws:apigateway:%s::/restapis/%s".formatted(arns.region(), id),
        "executionArn", arns.arn("execute-api", id),
        "rootResourceId", root);
  }

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

  private Map<String, String> stage(Declared it) {
    String api = it.input("restApi");
    String stage = it.input("stageName");
    return Map.of(
        "id", "ags-%s-%s".formatted(api, stage),
        "arn", "arn:aws:apigateway:%s::/restapis/%s/stages/%s".formatted(arns.region(), api, stage),
        "executionArn", arns.arn("execute-api", "%s/%s".formatted(api, stage)),
        "invokeUrl",
            "https://%s.execute-api.%s.amazonaws.com/%s".formatted(api, arns.region(), stage));
  }
}
