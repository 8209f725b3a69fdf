package dev.gatehouse.pulumi.plan;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Answers in place of AWS: gives ids, ARNs and whatever else a program may read of a resource. A
 * type it does not know, it refuses.
 */
final class StandIn {
  private static final Gson GSON = new Gson();

  private final Arns arns;
  private final ApiGatewayStandIn apiGateway;
  private final WatchStandIn watch;
  private final SesStandIn ses;

  StandIn(Arns arns) {
    this.arns = arns;
    this.apiGateway = new ApiGatewayStandIn(arns);
    this.watch = new WatchStandIn(arns);
    this.ses = new SesStandIn(arns);
  }

  /** Returns everything that was asked for, with the computed values beside it. */
  JsonObject create(Declared declared) {
    JsonObject outputs = declared.inputs().deepCopy();
    computed(declared).forEach((name, value) -> outputs.add(name, GSON.toJsonTree(value)));
    return outputs;
  }

  /** Returns what a lookup of something that is there already would find. */
  JsonObject find(String function, JsonObject arguments) {
    if (!function.equals("aws:route53/getZone:getZone")) {
      throw new RecordingFailed(
          "The recorder does not know what %s finds: teach StandIn".formatted(function));
    }
    JsonObject zone = arguments.deepCopy();
    zone.addProperty("zoneId", zoneId(arguments.get("name").getAsString()));
    zone.addProperty("id", zoneId(arguments.get("name").getAsString()));
    return zone;
  }

  private Map<String, ?> computed(Declared it) {
    if (WatchStandIn.knows(it.type())) {
      return watch.computed(it);
    }
    if (it.type().startsWith("aws:apigateway/")) {
      return apiGateway.computed(it);
    }
    if (it.type().startsWith("aws:ses/")) {
      return ses.computed(it);
    }
    return ours(it);
  }

  private Map<String, ?> ours(Declared it) {
    return switch (it.type()) {
      case "aws:acm/certificate:Certificate" -> certificate(it);
      case "aws:acm/certificateValidation:CertificateValidation" ->
          Map.of("id", Arns.id(it.urn(), 10));
      case "aws:cloudwatch/logGroup:LogGroup" ->
          named(it, arns.arn("logs", "log-group:" + it.physicalName()));
      case "aws:cognito/userPool:UserPool" -> pool(it);
      case "aws:cognito/userPoolClient:UserPoolClient" -> Map.of("id", Arns.id(it.urn(), 26));
      case "aws:cognito/userPoolDomain:UserPoolDomain" -> pagesDomain(it);
      case "aws:dynamodb/table:Table" ->
          named(it, arns.arn("dynamodb", "table/" + it.physicalName()));
      case "aws:iam/role:Role" -> named(it, arns.globalArn("iam", "role/" + it.physicalName()));
      case "aws:iam/rolePolicyAttachment:RolePolicyAttachment" ->
          Map.of("id", "%s-%s".formatted(it.input("role"), Arns.id(it.urn(), 26)));
      case "aws:iam/rolePolicy:RolePolicy" -> inside(it, it.input("role") + ":");
      case "aws:kms/alias:Alias" -> named(it, arns.arn("kms", it.physicalName()));
      case "aws:kms/key:Key" -> key(it);
      case "aws:lambda/alias:Alias" -> alias(it);
      case "aws:lambda/eventSourceMapping:EventSourceMapping" ->
          Map.of("id", Arns.uuid(it.urn()), "uuid", Arns.uuid(it.urn()));
      case "aws:lambda/function:Function" -> function(it);
      case "aws:lambda/permission:Permission" ->
          Map.of("id", it.physicalName(), "statementId", it.physicalName());
      case "aws:route53/record:Record" -> record(it);
      case "aws:scheduler/schedule:Schedule" -> schedule(it);
      case "aws:sqs/queue:Queue" -> queue(it);
      case "aws:wafv2/webAcl:WebAcl" -> webAcl(it);
      case "aws:wafv2/webAclAssociation:WebAclAssociation" ->
          Map.of("id", "%s,%s".formatted(it.input("webAclArn"), it.input("resourceArn")));
      case "pulumi:providers:aws" -> Map.of("id", Arns.uuid(it.urn()));
      default -> throw unknown(it);
    };
  }

  private Map<String, ?> webAcl(Declared it) {
    String name = "regional/webacl/%s/%s".formatted(it.physicalName(), Arns.uuid(it.urn()));
    return named(it, arns.arn("wafv2", name));
  }

  /** Returns the refusal of a type, to be thrown. */
  static RecordingFailed unknown(Declared it) {
    return new RecordingFailed(
        "The recorder does not know how AWS answers for %s \"%s\": teach StandIn"
            .formatted(it.type(), it.name()));
  }

  private static Map<String, String> named(Declared it, String arn) {
    return Map.of("id", it.physicalName(), "name", it.physicalName(), "arn", arn);
  }

  private static Map<String, String> inside(Declared it, String owner) {
    return Map.of("id", owner + it.physicalName(), "name", it.physicalName());
  }

  private Map<String, String> function(Declared it) {
    String arn = arns.arn("lambda", "function:" + it.physicalName());
    return Map.of(
        "id", it.physicalName(),
        "name", it.physicalName(),
        "arn", arn,
        "invokeArn", arns.invokeArn(arn),
        "version", "1",
        "qualifiedArn", arn + ":1",
        "qualifiedInvokeArn", arns.invokeArn(arn + ":1"));
  }

  private Map<String, String> alias(Declared it) {
    String resource = "function:%s:%s".formatted(it.input("functionName"), it.physicalName());
    String arn = arns.arn("lambda", resource);
    return Map.of(
        "id", arn, "name", it.physicalName(), "arn", arn, "invokeArn", arns.invokeArn(arn));
  }

  private Map<String, String> pool(Declared it) {
    String id = arns.region() + "_" + Arns.id(it.urn(), 9);
    return Map.of(
        "id", id,
        "name", it.physicalName(),
        "arn", arns.arn("cognito-idp", "userpool/" + id),
        "endpoint", "cognito-idp.%s.amazonaws.com/%s".formatted(arns.region(), id));
  }

  private Map<String, String> schedule(Declared it) {
    return named(it, arns.arn("scheduler", "schedule/default/" + it.physicalName()));
  }

  private Map<String, String> key(Declared it) {
    String id = Arns.uuid(it.urn());
    return Map.of("id", id, "keyId", id, "arn", arns.arn("kms", "key/" + id));
  }

  private static Map<String, String> pagesDomain(Declared it) {
    return Map.of(
        "id", it.input("domain"),
        "cloudfrontDistribution", "d%s.cloudfront.net".formatted(Arns.id(it.urn(), 13)),
        "cloudfrontDistributionZoneId", Arns.CLOUDFRONT_ZONE);
  }

  private Map<String, String> queue(Declared it) {
    String url =
        "https://sqs.%s.amazonaws.com/%s/%s"
            .formatted(arns.region(), arns.account(), it.physicalName());
    return Map.of(
        "id",
        url,
        "name",
        it.physicalName(),
        "arn",
        arns.arn("sqs", it.physicalName()),
        "url",
        url);
  }

  private Map<String, ?> certificate(Declared it) {
    String domain = it.input("domainName");
    String arn = arns.arn("acm", "certificate/" + Arns.uuid(it.urn()));
    Map<String, String> proof =
        Map.of(
            "domainName",
            domain,
            "resourceRecordName",
            "_%s.%s.".formatted(Arns.id(it.urn(), 32), domain),
            "resourceRecordType",
            "CNAME",
            "resourceRecordValue",
            "_%s.acm-validations.aws.".formatted(Arns.id(arn, 32)));
    return Map.of("id", arn, "arn", arn, "domainValidationOptions", List.of(proof));
  }

  private static Map<String, String> record(Declared it) {
    String name = it.input("name");
    return Map.of(
        "id",
        "%s_%s_%s".formatted(it.input("zoneId"), name, it.input("type")),
        "fqdn",
        name.endsWith(".") ? name.substring(0, name.length() - 1) : name);
  }

  private static String zoneId(String zone) {
    return "Z" + Arns.id(zone, 20).toUpperCase(Locale.ROOT);
  }
}
