package dev.gatehouse.pulumi.plan.fake;

import static dev.gatehouse.pulumi.plan.fake.FakeIdentifiers.id;
import static dev.gatehouse.pulumi.plan.fake.FakeIdentifiers.physicalName;
import static dev.gatehouse.pulumi.plan.fake.FakeIdentifiers.uuid;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.gatehouse.pulumi.plan.engine.RecordingFailed;
import dev.gatehouse.pulumi.plan.engine.RegisteredResource;
import dev.gatehouse.pulumi.plan.engine.ResourceProvider;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A provider that creates nothing and computes the outputs of AWS resources: ids, ARNs and all else
 * that the program reads. Refuses types that it does not support.
 */
public final class FakeProvider implements ResourceProvider {
  private static final Gson GSON = new Gson();

  private final FakeIdentifiers ids;
  private final FakeApiGateway apiGateway;
  private final FakeMonitoring monitoring;
  private final FakeSes ses;

  /** Creates a provider for one region of one account. */
  public FakeProvider(String region, String account) {
    this.ids = new FakeIdentifiers(region, account);
    this.apiGateway = new FakeApiGateway(ids);
    this.monitoring = new FakeMonitoring(ids);
    this.ses = new FakeSes(ids);
  }

  /** Returns the inputs and the computed values. */
  @Override
  public JsonObject create(RegisteredResource resource) {
    JsonObject outputs = resource.inputs().deepCopy();
    outputs(resource).forEach((name, value) -> outputs.add(name, GSON.toJsonTree(value)));
    return outputs;
  }

  @Override
  public JsonObject invoke(String function, JsonObject arguments) {
    JsonObject result = arguments.deepCopy();
    switch (function) {
      case "aws:route53/getZone:getZone" -> {
        result.addProperty("zoneId", zoneId(arguments.get("name").getAsString()));
        result.addProperty("id", zoneId(arguments.get("name").getAsString()));
      }
      case "aws:route53/getRecords:getRecords" -> {
        result.addProperty("id", arguments.get("zoneId").getAsString());
        result.add("resourceRecordSets", new JsonArray());
      }
      case "aws:index/getCallerIdentity:getCallerIdentity" -> {
        result.addProperty("id", ids.account());
        result.addProperty("accountId", ids.account());
        result.addProperty("arn", ids.globalArn("iam", "root"));
        result.addProperty("userId", ids.account());
      }
      case "aws:cognito/getUserPool:getUserPool" -> {
        // A recording is of a first deployment: the pool has no domain yet, a function no alias.
        result.addProperty("domain", "");
        result.addProperty("customDomain", "");
      }
      case "aws:dynamodb/getTable:getTable" ->
          FakeTable.restored(ids, arguments.get("name").getAsString()).forEach(result::add);
      case "aws:lambda/getAlias:getAlias" ->
          throw new RecordingFailed("ResourceNotFoundException: Cannot find the alias");
      default ->
          throw new RecordingFailed(
              "The fake provider does not support the function %s: add it to FakeProvider"
                  .formatted(function));
    }
    return result;
  }

  private Map<String, ?> outputs(RegisteredResource it) {
    if (FakeMonitoring.supports(it.type())) {
      return monitoring.outputs(it);
    }
    if (it.type().startsWith("aws:apigateway/")) {
      return apiGateway.outputs(it);
    }
    if (FakeSes.supports(it.type())) {
      return ses.outputs(it);
    }
    return otherOutputs(it);
  }

  private Map<String, ?> otherOutputs(RegisteredResource it) {
    return switch (it.type()) {
      case "aws:acm/certificate:Certificate" -> certificate(it);
      case "aws:acm/certificateValidation:CertificateValidation" -> Map.of("id", id(it.urn(), 10));
      case "aws:cloudwatch/logGroup:LogGroup" ->
          named(it, ids.arn("logs", "log-group:" + physicalName(it)));
      case "aws:cognito/userPool:UserPool" -> userPool(it);
      case "aws:cognito/userPoolClient:UserPoolClient" -> userPoolClient(it);
      case "aws:cognito/userPoolDomain:UserPoolDomain" -> userPoolDomain(it);
      case "aws:dynamodb/table:Table" ->
          named(it, ids.arn("dynamodb", "table/" + physicalName(it)));
      case "aws:iam/role:Role" -> named(it, ids.globalArn("iam", "role/" + physicalName(it)));
      case "aws:iam/rolePolicyAttachment:RolePolicyAttachment" ->
          Map.of("id", "%s-%s".formatted(it.input("role"), id(it.urn(), 26)));
      case "aws:iam/rolePolicy:RolePolicy" -> ownedBy(it, it.input("role") + ":");
      case "aws:kms/alias:Alias" -> named(it, ids.arn("kms", physicalName(it)));
      case "aws:kms/key:Key" -> key(it);
      case "aws:kms/keyPolicy:KeyPolicy" -> Map.of("id", it.input("keyId"));
      case "aws:lambda/alias:Alias" -> alias(it);
      case "aws:lambda/eventSourceMapping:EventSourceMapping" ->
          Map.of("id", uuid(it.urn()), "uuid", uuid(it.urn()));
      case "aws:lambda/function:Function" -> function(it);
      case "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig" ->
          Map.of("id", physicalName(it));
      case "aws:lambda/permission:Permission" ->
          Map.of("id", physicalName(it), "statementId", physicalName(it));
      case "aws:route53/record:Record" -> record(it);
      case "aws:scheduler/schedule:Schedule" -> schedule(it);
      case "aws:sqs/queue:Queue" -> queue(it);
      case "aws:wafv2/webAcl:WebAcl" -> webAcl(it);
      case "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration" ->
          Map.of("id", it.input("resourceArn"));
      case "aws:wafv2/webAclAssociation:WebAclAssociation" ->
          Map.of("id", "%s,%s".formatted(it.input("webAclArn"), it.input("resourceArn")));
      case "pulumi:providers:aws" -> Map.of("id", uuid(it.urn()));
      default -> storageOutputs(it);
    };
  }

  private Map<String, ?> storageOutputs(RegisteredResource it) {
    return switch (it.type()) {
      case "aws:backup/vault:Vault" ->
          named(it, ids.arn("backup", "backup-vault:" + physicalName(it)));
      case "aws:backup/plan:Plan" ->
          Map.of("id", uuid(it.urn()), "arn", ids.arn("backup", "backup-plan:" + uuid(it.urn())));
      case "aws:backup/selection:Selection" -> Map.of("id", uuid(it.urn()));
      case "aws:s3/bucketV2:BucketV2" -> bucket(it);
      case "aws:s3/bucketCorsConfigurationV2:BucketCorsConfigurationV2",
          "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2",
          "aws:s3/bucketNotification:BucketNotification",
          "aws:s3/bucketObjectLockConfigurationV2:BucketObjectLockConfigurationV2",
          "aws:s3/bucketPolicy:BucketPolicy",
          "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
          "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
          "aws:s3/bucketVersioningV2:BucketVersioningV2" ->
          Map.of("id", it.input("bucket"));
      default -> throw unsupported(it);
    };
  }

  private Map<String, ?> webAcl(RegisteredResource it) {
    String name = "regional/webacl/%s/%s".formatted(physicalName(it), uuid(it.urn()));
    return named(it, ids.arn("wafv2", name));
  }

  /** Returns the exception for a type that the fake provider does not support. */
  static RecordingFailed unsupported(RegisteredResource it) {
    return new RecordingFailed(
        "The fake provider does not support the type of %s \"%s\": add it to FakeProvider"
            .formatted(it.type(), it.name()));
  }

  private static Map<String, String> named(RegisteredResource it, String arn) {
    return Map.of("id", physicalName(it), "name", physicalName(it), "arn", arn);
  }

  private static Map<String, String> ownedBy(RegisteredResource it, String owner) {
    return Map.of("id", owner + physicalName(it), "name", physicalName(it));
  }

  private Map<String, String> function(RegisteredResource it) {
    String arn = ids.arn("lambda", "function:" + physicalName(it));
    return Map.of(
        "id", physicalName(it),
        "name", physicalName(it),
        "arn", arn,
        "invokeArn", ids.invokeArn(arn),
        "version", "1",
        "qualifiedArn", arn + ":1",
        "qualifiedInvokeArn", ids.invokeArn(arn + ":1"));
  }

  private Map<String, String> alias(RegisteredResource it) {
    String resource = "function:%s:%s".formatted(it.input("functionName"), physicalName(it));
    String arn = ids.arn("lambda", resource);
    return Map.of("id", arn, "name", physicalName(it), "arn", arn, "invokeArn", ids.invokeArn(arn));
  }

  private Map<String, String> userPool(RegisteredResource it) {
    String id = ids.region() + "_" + id(it.urn(), 9);
    return Map.of(
        "id", id,
        "name", physicalName(it),
        "arn", ids.arn("cognito-idp", "userpool/" + id),
        "endpoint", "cognito-idp.%s.amazonaws.com/%s".formatted(ids.region(), id));
  }

  private static Map<String, String> userPoolClient(RegisteredResource it) {
    String id = id(it.urn(), 26);
    return it.inputs().has("generateSecret") && it.inputs().get("generateSecret").getAsBoolean()
        ? Map.of("id", id, "clientSecret", id(it.urn() + "secret", 50))
        : Map.of("id", id);
  }

  private Map<String, String> schedule(RegisteredResource it) {
    return named(it, ids.arn("scheduler", "schedule/default/" + physicalName(it)));
  }

  private Map<String, String> bucket(RegisteredResource it) {
    String name = physicalName(it);
    return Map.of(
        "id",
        name,
        "bucket",
        name,
        "arn",
        "arn:aws:s3:::" + name,
        "bucketRegionalDomainName",
        "%s.s3.%s.amazonaws.com".formatted(name, ids.region()));
  }

  private Map<String, String> key(RegisteredResource it) {
    String id = uuid(it.urn());
    return Map.of("id", id, "keyId", id, "arn", ids.arn("kms", "key/" + id));
  }

  private static Map<String, String> userPoolDomain(RegisteredResource it) {
    return Map.of(
        "id", it.input("domain"),
        "cloudfrontDistribution", "d%s.cloudfront.net".formatted(id(it.urn(), 13)),
        "cloudfrontDistributionZoneId", FakeIdentifiers.CLOUDFRONT_ZONE);
  }

  private Map<String, String> queue(RegisteredResource it) {
    String url =
        "https://sqs.%s.amazonaws.com/%s/%s"
            .formatted(ids.region(), ids.account(), physicalName(it));
    return Map.of(
        "id", url, "name", physicalName(it), "arn", ids.arn("sqs", physicalName(it)), "url", url);
  }

  private Map<String, ?> certificate(RegisteredResource it) {
    String domain = it.input("domainName");
    String arn = ids.arn("acm", "certificate/" + uuid(it.urn()));
    Map<String, String> validation =
        Map.of(
            "domainName",
            domain,
            "resourceRecordName",
            "_%s.%s.".formatted(id(it.urn(), 32), domain),
            "resourceRecordType",
            "CNAME",
            "resourceRecordValue",
            "_%s.acm-validations.aws.".formatted(id(arn, 32)));
    return Map.of("id", arn, "arn", arn, "domainValidationOptions", List.of(validation));
  }

  private static Map<String, String> record(RegisteredResource it) {
    String name = it.input("name");
    return Map.of(
        "id",
        "%s_%s_%s".formatted(it.input("zoneId"), name, it.input("type")),
        "fqdn",
        name.endsWith(".") ? name.substring(0, name.length() - 1) : name);
  }

  private static String zoneId(String zone) {
    return "Z" + id(zone, 20).toUpperCase(Locale.ROOT);
  }
}
