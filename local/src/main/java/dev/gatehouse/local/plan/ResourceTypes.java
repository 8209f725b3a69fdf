package dev.gatehouse.local.plan;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The resource types that the emulator runs and those that it ignores. */
public final class ResourceTypes {

  private static final Set<String> SUPPORTED =
      Set.of(
          "aws:apigateway/account:Account",
          "aws:apigateway/authorizer:Authorizer",
          "aws:apigateway/integration:Integration",
          "aws:apigateway/integrationResponse:IntegrationResponse",
          "aws:apigateway/method:Method",
          "aws:apigateway/methodResponse:MethodResponse",
          "aws:apigateway/resource:Resource",
          "aws:apigateway/response:Response",
          "aws:apigateway/restApi:RestApi",
          "aws:apigateway/stage:Stage",
          "aws:cognito/userPool:UserPool",
          "aws:cognito/userPoolClient:UserPoolClient",
          "aws:cognito/userPoolDomain:UserPoolDomain",
          "aws:cognito/resourceServer:ResourceServer",
          "aws:dynamodb/table:Table",
          "aws:iam/policy:Policy",
          "aws:iam/role:Role",
          "aws:iam/rolePolicy:RolePolicy",
          "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
          "aws:kms/alias:Alias",
          "aws:kms/key:Key",
          "aws:kms/keyPolicy:KeyPolicy",
          "aws:lambda/alias:Alias",
          "aws:lambda/eventSourceMapping:EventSourceMapping",
          "aws:lambda/function:Function",
          "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
          "aws:lambda/permission:Permission",
          "aws:s3/bucketCorsConfigurationV2:BucketCorsConfigurationV2",
          "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2",
          "aws:s3/bucketNotification:BucketNotification",
          "aws:s3/bucketObjectLockConfigurationV2:BucketObjectLockConfigurationV2",
          "aws:s3/bucketPolicy:BucketPolicy",
          "aws:s3/bucketV2:BucketV2",
          "aws:scheduler/schedule:Schedule",
          "aws:ses/configurationSet:ConfigurationSet",
          "aws:ses/domainIdentity:DomainIdentity",
          "aws:ses/emailIdentity:EmailIdentity",
          "aws:ses/identityPolicy:IdentityPolicy",
          "aws:sesv2/configurationSet:ConfigurationSet",
          "aws:sqs/queue:Queue");

  /** The reasons to ignore a type, by type. */
  private static final Map<String, String> IGNORED =
      Map.ofEntries(
          Map.entry("aws:acm/certificate:Certificate", "the emulator uses HTTP on localhost"),
          Map.entry(
              "aws:acm/certificateValidation:CertificateValidation",
              "the emulator uses HTTP on localhost"),
          Map.entry(
              "aws:apigateway/basePathMapping:BasePathMapping", "the API port replaces the domain"),
          Map.entry("aws:apigateway/deployment:Deployment", "every resource is deployed"),
          Map.entry("aws:apigateway/domainName:DomainName", "the API port replaces the domain"),
          Map.entry(
              "aws:apigateway/methodSettings:MethodSettings",
              "the emulator does not throttle, and logs are files"),
          Map.entry("aws:backup/plan:Plan", "nothing is backed up"),
          Map.entry("aws:backup/selection:Selection", "nothing is backed up"),
          Map.entry("aws:backup/vault:Vault", "nothing is backed up"),
          Map.entry("aws:budgets/budget:Budget", "nothing costs anything"),
          Map.entry("aws:cloudwatch/dashboard:Dashboard", "the console at / shows activity"),
          Map.entry("aws:cloudwatch/eventRule:EventRule", "no email bounces"),
          Map.entry("aws:cloudwatch/logGroup:LogGroup", "logs are files in local/target/logs"),
          Map.entry(
              "aws:cloudwatch/logMetricFilter:LogMetricFilter", "the console at / shows activity"),
          Map.entry("aws:cloudwatch/metricAlarm:MetricAlarm", "no alarms or notifications"),
          Map.entry("aws:costexplorer/anomalyMonitor:AnomalyMonitor", "nothing costs anything"),
          Map.entry(
              "aws:costexplorer/anomalySubscription:AnomalySubscription", "nothing costs anything"),
          Map.entry("aws:route53/record:Record", "host names are localhost"),
          Map.entry(
              "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
              "no bucket of the emulator is public"),
          Map.entry(
              "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
              "the file of --data is not encrypted"),
          Map.entry(
              "aws:s3/bucketVersioningV2:BucketVersioningV2",
              "only the current version of an object can be read"),
          Map.entry("aws:ses/domainDkim:DomainDkim", "no email leaves the emulator"),
          Map.entry(
              "aws:ses/domainIdentityVerification:DomainIdentityVerification",
              "identities are verified at once"),
          Map.entry("aws:ses/eventDestination:EventDestination", "no email bounces"),
          Map.entry("aws:ses/mailFrom:MailFrom", "no email leaves the emulator"),
          Map.entry(
              "aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination",
              "no email bounces"),
          Map.entry("aws:sns/topic:Topic", "no alarms or notifications"),
          Map.entry("aws:sns/topicPolicy:TopicPolicy", "no alarms or notifications"),
          Map.entry("aws:sns/topicSubscription:TopicSubscription", "no alarms or notifications"),
          Map.entry("aws:wafv2/webAcl:WebAcl", "requests are not filtered"),
          Map.entry("aws:wafv2/webAclAssociation:WebAclAssociation", "requests are not filtered"),
          Map.entry(
              "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
              "requests are not filtered"));

  private ResourceTypes() {}

  /** Throws {@link PlanInvalid} for the first resource of an unsupported type. */
  public static void check(Plan plan) {
    for (Resource resource : plan.resources()) {
      if (!SUPPORTED.contains(resource.type())
          && !IGNORED.containsKey(resource.type())
          && !isContainer(resource)) {
        throw resource.refused("is not supported by the local emulator");
      }
      if (resource.type().equals("aws:apigateway/basePathMapping:BasePathMapping")
          && resource.optionalInput("basePath").filter(path -> !path.isEmpty()).isPresent()) {
        throw resource.refused("sets basePath, but the local emulator serves the API at /");
      }
    }
  }

  /** Returns a line for each type of the plan that is ignored, with the reason. */
  public static List<String> ignored(Plan plan) {
    Map<String, Long> counts =
        plan.resources().stream()
            .filter(resource -> IGNORED.containsKey(resource.type()))
            .collect(Collectors.groupingBy(Resource::type, Collectors.counting()));
    return counts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            type ->
                String.format(
                    Locale.ROOT,
                    "ignored: %d x %s (%s)",
                    type.getValue(),
                    type.getKey(),
                    IGNORED.get(type.getKey())))
        .toList();
  }

  /** Returns whether a resource only contains others: stack, provider, component. */
  private static boolean isContainer(Resource resource) {
    return resource.type().startsWith("pulumi:") || resource.type().startsWith("gatehouse:");
  }
}
