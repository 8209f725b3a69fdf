package dev.gatehouse.local;

import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.PlanInvalid;
import dev.gatehouse.local.plan.Resource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Knows every resource type that the machine runs, and every one that one machine has no use for.
 */
final class ResourceTypes {

  private static final Set<String> RUN =
      Set.of(
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
          "aws:dynamodb/table:Table",
          "aws:kms/alias:Alias",
          "aws:kms/key:Key",
          "aws:lambda/alias:Alias",
          "aws:lambda/eventSourceMapping:EventSourceMapping",
          "aws:lambda/function:Function",
          "aws:lambda/permission:Permission",
          "aws:ses/configurationSet:ConfigurationSet",
          "aws:ses/domainIdentity:DomainIdentity",
          "aws:ses/emailIdentity:EmailIdentity",
          "aws:sqs/queue:Queue");

  /** By type, why one machine has no use for it. */
  private static final Map<String, String> NOT_NEEDED =
      Map.ofEntries(
          Map.entry("aws:acm/certificate:Certificate", "HTTP on localhost"),
          Map.entry("aws:acm/certificateValidation:CertificateValidation", "HTTP on localhost"),
          Map.entry("aws:apigateway/account:Account", "logs are files"),
          Map.entry("aws:apigateway/basePathMapping:BasePathMapping", "the port is the domain"),
          Map.entry("aws:apigateway/deployment:Deployment", "what is declared is deployed"),
          Map.entry("aws:apigateway/domainName:DomainName", "the port is the domain"),
          Map.entry(
              "aws:apigateway/methodSettings:MethodSettings", "no throttling, logs are files"),
          Map.entry("aws:cloudwatch/dashboard:Dashboard", "the page at / shows what happens"),
          Map.entry("aws:cloudwatch/logGroup:LogGroup", "logs are files in local/target/logs"),
          Map.entry(
              "aws:cloudwatch/logMetricFilter:LogMetricFilter", "the page at / shows what happens"),
          Map.entry("aws:cloudwatch/metricAlarm:MetricAlarm", "nobody to wake"),
          Map.entry("aws:iam/policy:Policy", "signatures are not checked"),
          Map.entry("aws:iam/role:Role", "signatures are not checked"),
          Map.entry("aws:iam/rolePolicy:RolePolicy", "signatures are not checked"),
          Map.entry(
              "aws:iam/rolePolicyAttachment:RolePolicyAttachment", "signatures are not checked"),
          Map.entry("aws:route53/record:Record", "names are localhost"),
          Map.entry("aws:scheduler/schedule:Schedule", "functions are called by hand or by events"),
          Map.entry("aws:ses/domainDkim:DomainDkim", "no mail leaves the machine"),
          Map.entry(
              "aws:ses/domainIdentityVerification:DomainIdentityVerification",
              "identities are verified at once"),
          Map.entry("aws:ses/eventDestination:EventDestination", "no mail bounces here"),
          Map.entry("aws:ses/identityPolicy:IdentityPolicy", "signatures are not checked"),
          Map.entry("aws:ses/mailFrom:MailFrom", "no mail leaves the machine"),
          Map.entry("aws:sns/topic:Topic", "nobody to wake"),
          Map.entry("aws:sns/topicPolicy:TopicPolicy", "nobody to wake"),
          Map.entry("aws:sns/topicSubscription:TopicSubscription", "nobody to wake"),
          Map.entry("aws:wafv2/webAcl:WebAcl", "nobody attacks localhost"),
          Map.entry("aws:wafv2/webAclAssociation:WebAclAssociation", "nobody attacks localhost"));

  private ResourceTypes() {}

  /** Throws {@link PlanInvalid} on the first resource that the machine could only skip. */
  static void check(Plan plan) {
    for (Resource resource : plan.resources()) {
      if (!RUN.contains(resource.type())
          && !NOT_NEEDED.containsKey(resource.type())
          && !isFrame(resource)) {
        throw resource.refused("cannot be run on one machine yet");
      }
      if (resource.type().equals("aws:apigateway/basePathMapping:BasePathMapping")
          && resource.optionalInput("basePath").filter(path -> !path.isEmpty()).isPresent()) {
        throw resource.refused("sets basePath; the port here has the API at its root");
      }
    }
  }

  /** Returns a line for each type of the plan that is left out, with the reason. */
  static List<String> leftOut(Plan plan) {
    Map<String, Long> counts =
        plan.resources().stream()
            .filter(resource -> NOT_NEEDED.containsKey(resource.type()))
            .collect(Collectors.groupingBy(Resource::type, Collectors.counting()));
    return counts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(type ->
            "not needed here: %d x %s (%s)"
                .formatted(type.getValue(), type.getKey(), NOT_NEEDED.get(type.getKey())))
        .toList();
  }

  /** The stack, its providers and the program's own components only hold other resources. */
  private static boolean isFrame(Resource resource) {
    return resource.type().startsWith("pulumi:") || resource.type().startsWith("gatehouse:");
  }
}
