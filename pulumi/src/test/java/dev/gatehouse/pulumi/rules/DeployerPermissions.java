package dev.gatehouse.pulumi.rules;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.policybuilder.iam.IamConditionOperator;
import software.amazon.awssdk.policybuilder.iam.IamEffect;
import software.amazon.awssdk.policybuilder.iam.IamPolicy;
import software.amazon.awssdk.policybuilder.iam.IamStatement;

/**
 * The permissions of those who deploy a stack, by resource type, and the policies made of them,
 * since one would be too long: one for every stack, and one each for alarms and budgets, for
 * buckets and for web ACLs.
 */
record DeployerPermissions(List<Permitted> all) {
  private static final String ROLES = "arn:aws:iam::*:role/";

  /** The buckets of stacks, whose names Pulumi completes. */
  private static final List<String> BUCKETS =
      List.of(
          "arn:aws:s3:::pictures-*",
          "arn:aws:s3:::pictures-*/*",
          "arn:aws:s3:::pool-exports-*",
          "arn:aws:s3:::pool-exports-*/*");

  /** The roles of a stack; those for API Gateway's logs have a name that Pulumi completes. */
  private static final List<String> OWN_ROLES =
      List.of(ROLES + "gatehouse-*", ROLES + "api-gateway-logs-*");

  /** The actions of other services that only web ACLs and their logs need. */
  private static final Set<String> FIREWALLS =
      Set.of(
          "apigateway:SetWebACL",
          "cognito-idp:AssociateWebACL",
          "cognito-idp:DisassociateWebACL",
          "logs:CreateLogDelivery",
          "logs:DeleteLogDelivery",
          "logs:DescribeResourcePolicies",
          "logs:PutResourcePolicy");

  /** The services of alarms, the dashboard, topics and budgets. */
  private static final Set<String> MONITORING =
      Set.of("budgets", "ce", "cloudwatch", "events", "sns");

  /** The actions that the policy limits further than to the roles of a stack. */
  private static final Set<String> LIMITED =
      Set.of("iam:AttachRolePolicy", "iam:CreateServiceLinkedRole", "iam:PassRole");

  /**
   * The actions that a resource type needs for one purpose.
   *
   * @param type the type as Pulumi names it, or a lookup
   * @param purpose create, read, update, delete, tag or pass
   * @param source where it says so
   */
  record Permitted(String type, String purpose, List<String> actions, String source) {}

  static DeployerPermissions read() {
    return new DeployerPermissions(
        Tsv.rows("iam/deployer.tsv").stream()
            .map(
                row ->
                    new Permitted(
                        row.get(0), row.get(1), List.of(row.get(2).split(" ", -1)), row.get(3)))
            .toList());
  }

  Set<String> actions() {
    return all.stream()
        .flatMap(it -> it.actions().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Returns the policy document in JSON, one action on each line, so that diffs show changes. */
  String policy() {
    List<String> iam = actions().stream().filter(it -> it.startsWith("iam:")).toList();
    List<String> services =
        all.stream()
            .filter(it -> !it.type().startsWith("aws:backup/"))
            .flatMap(it -> it.actions().stream())
            .filter(it -> !it.startsWith("iam:") && !isOfBuckets(it) && !isOfFirewalls(it))
            .filter(it -> !isOfMonitoring(it))
            .distinct()
            .sorted()
            .toList();
    List<String> roles = iam.stream().filter(it -> !LIMITED.contains(it)).toList();
    IamPolicy policy =
        IamPolicy.builder()
            .addStatement(allow("Services", List.of("*"), services).build())
            .addStatement(allow("Roles", OWN_ROLES, roles).build())
            .addStatement(managedPolicies())
            .addStatement(passedRoles())
            .addStatement(serviceLinkedRoles())
            .build();
    return json(policy);
  }

  /** Returns the policy document for stacks with alarms or a budget, in addition. */
  String monitoringPolicy() {
    List<String> monitoring =
        actions().stream().filter(DeployerPermissions::isOfMonitoring).toList();
    return json(
        IamPolicy.builder()
            .addStatement(allow("Monitoring", List.of("*"), monitoring).build())
            .build());
  }

  /** Returns the policy document for stacks with buckets or backups, in addition. */
  String optionalPolicy() {
    List<String> buckets = actions().stream().filter(DeployerPermissions::isOfBuckets).toList();
    return json(
        IamPolicy.builder()
            .addStatement(allow("Buckets", BUCKETS, buckets).build())
            .addStatement(allow("Backups", List.of("*"), ofBackups()).build())
            .addStatement(
                allow("BackupPolicy", OWN_ROLES, List.of("iam:AttachRolePolicy"))
                    .addCondition(
                        IamConditionOperator.ARN_EQUALS,
                        "iam:PolicyARN",
                        "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup")
                    .build())
            .addStatement(
                onlyTo(
                    allow("BackupRole", OWN_ROLES, List.of("iam:PassRole")),
                    "iam:PassedToService",
                    "backup.amazonaws.com"))
            .build());
  }

  private List<String> ofBackups() {
    return all.stream()
        .filter(it -> it.type().startsWith("aws:backup/"))
        .flatMap(it -> it.actions().stream())
        .filter(it -> !it.startsWith("iam:"))
        .distinct()
        .sorted()
        .toList();
  }

  /** Returns the policy document for stacks with web ACLs, in addition. */
  String firewallPolicy() {
    List<String> firewalls = actions().stream().filter(DeployerPermissions::isOfFirewalls).toList();
    return json(
        IamPolicy.builder()
            .addStatement(allow("Firewall", List.of("*"), firewalls).build())
            .build());
  }

  private static boolean isOfFirewalls(String action) {
    return action.startsWith("wafv2:") || FIREWALLS.contains(action);
  }

  private static boolean isOfMonitoring(String action) {
    return MONITORING.contains(action.substring(0, action.indexOf(':')));
  }

  private static boolean isOfBuckets(String action) {
    return action.startsWith("s3:");
  }

  private static String json(IamPolicy policy) {
    return new GsonBuilder()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .create()
            .toJson(JsonParser.parseString(policy.toJson()))
        + "\n";
  }

  private static IamStatement managedPolicies() {
    return allow("ManagedPolicies", OWN_ROLES, List.of("iam:AttachRolePolicy"))
        .addCondition(
            IamConditionOperator.ARN_EQUALS,
            "iam:PolicyARN",
            "arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs")
        .build();
  }

  private static IamStatement passedRoles() {
    return onlyTo(
        allow("PassedRoles", OWN_ROLES, List.of("iam:PassRole")),
        "iam:PassedToService",
        "apigateway.amazonaws.com",
        "lambda.amazonaws.com",
        "scheduler.amazonaws.com");
  }

  private static IamStatement serviceLinkedRoles() {
    return onlyTo(
        allow(
            "ServiceLinkedRoles",
            List.of(ROLES + "aws-service-role/*"),
            List.of("iam:CreateServiceLinkedRole")),
        "iam:AWSServiceName",
        "email.cognito-idp.amazonaws.com",
        "ops.apigateway.amazonaws.com");
  }

  private static IamStatement.Builder allow(
      String sid, List<String> resources, List<String> actions) {
    return IamStatement.builder()
        .sid(sid)
        .effect(IamEffect.ALLOW)
        .actionIds(actions)
        .resourceIds(resources);
  }

  private static IamStatement onlyTo(
      IamStatement.Builder statement, String key, String... services) {
    return statement
        .addConditions(IamConditionOperator.STRING_EQUALS, key, Stream.of(services).toList())
        .build();
  }
}
