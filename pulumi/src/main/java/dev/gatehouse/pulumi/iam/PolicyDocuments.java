package dev.gatehouse.pulumi.iam;

import java.util.List;
import software.amazon.awssdk.policybuilder.iam.IamConditionOperator;
import software.amazon.awssdk.policybuilder.iam.IamEffect;
import software.amazon.awssdk.policybuilder.iam.IamPolicy;
import software.amazon.awssdk.policybuilder.iam.IamPrincipal;
import software.amazon.awssdk.policybuilder.iam.IamStatement;

/** The JSON documents of IAM policies. */
public final class PolicyDocuments {
  /** The condition key for the sender of a mail. */
  private static final String FROM_ADDRESS = "ses:FromAddress";

  /** What an administrator of a key needs, none of which encrypts or decrypts. */
  private static final List<String> KEY_ADMINISTRATION =
      List.of(
          "kms:CancelKeyDeletion",
          "kms:CreateAlias",
          "kms:DeleteAlias",
          "kms:DescribeKey",
          "kms:DisableKey",
          "kms:DisableKeyRotation",
          "kms:EnableKey",
          "kms:EnableKeyRotation",
          "kms:GetKeyPolicy",
          "kms:GetKeyRotationStatus",
          "kms:ListGrants",
          "kms:ListKeyPolicies",
          "kms:ListKeyRotations",
          "kms:ListResourceTags",
          "kms:PutKeyPolicy",
          "kms:RetireGrant",
          "kms:RevokeGrant",
          "kms:ScheduleKeyDeletion",
          "kms:TagResource",
          "kms:UntagResource",
          "kms:UpdateAlias",
          "kms:UpdateKeyDescription");

  private PolicyDocuments() {}

  /** Returns a policy that allows these actions on one resource. */
  public static String allow(String resourceArn, String... actions) {
    return json(statement(resourceArn, actions));
  }

  /** Returns the trust policy of a role that this service may assume. */
  public static String trust(String service) {
    return json(
        IamStatement.builder()
            .effect(IamEffect.ALLOW)
            .addPrincipal(IamPrincipal.create("Service", service))
            .addAction("sts:AssumeRole")
            .build());
  }

  /** Returns the trust policy of a role for schedules of the function's own account. */
  public static String trustScheduler(String functionArn) {
    return json(
        IamStatement.builder()
            .effect(IamEffect.ALLOW)
            .addPrincipal(IamPrincipal.create("Service", "scheduler.amazonaws.com"))
            .addAction("sts:AssumeRole")
            .addCondition(
                IamConditionOperator.STRING_EQUALS, "aws:SourceAccount", accountOf(functionArn))
            .build());
  }

  /** Returns a policy that allows writing into one log group and sending traces. */
  public static String logsAndTraces(String logGroupArn) {
    return json(
        statement(
            logGroupArn + ":*",
            // No logs:CreateLogGroup: the group is created before the function.
            "logs:CreateLogStream",
            "logs:PutLogEvents"),
        // The actions of X-Ray support no resource but *.
        statement("*", "xray:PutTelemetryRecords", "xray:PutTraceSegments"));
  }

  /**
   * Returns the policy of the key that encrypts codes. The account administers the key, but nobody
   * besides the role may decrypt with it, and grants are for the codes of one pool only.
   */
  public static String codeKey(String keyArn, String roleArn, String poolId) {
    IamPrincipal root = IamPrincipal.create("AWS", rootOf(keyArn));
    return json(
        IamStatement.builder()
            .sid("Administration")
            .effect(IamEffect.ALLOW)
            .addPrincipal(root)
            .actionIds(KEY_ADMINISTRATION)
            .addResource(keyArn)
            .build(),
        // Whoever creates or updates the pool creates the grant with which Cognito encrypts.
        ofPool(keyArn, poolId)
            .sid("GrantsForThePool")
            .addPrincipal(root)
            .addAction("kms:CreateGrant")
            .build(),
        ofPool(keyArn, poolId)
            .sid("CodesForTheSender")
            .addPrincipal(IamPrincipal.create("AWS", roleArn))
            .addAction("kms:Decrypt")
            .build());
  }

  private static IamStatement.Builder ofPool(String keyArn, String poolId) {
    return IamStatement.builder()
        .effect(IamEffect.ALLOW)
        .addResource(keyArn)
        .addCondition(
            IamConditionOperator.STRING_EQUALS, "kms:EncryptionContext:userpool-id", poolId);
  }

  /**
   * Returns a policy that allows services to use a key for whoever has the policy: what is stored
   * is encrypted with the key.
   *
   * @param services the names of the services, such as {@code sqs}
   */
  public static String useKey(String keyArn, List<String> services) {
    String region = keyArn.split(":", 6)[3];
    return json(
        IamStatement.builder()
            .effect(IamEffect.ALLOW)
            .actionIds(
                List.of(
                    "kms:Decrypt",
                    "kms:DescribeKey",
                    "kms:Encrypt",
                    "kms:GenerateDataKey",
                    "kms:GenerateDataKeyWithoutPlaintext",
                    "kms:ReEncryptFrom",
                    "kms:ReEncryptTo"))
            .addResource(keyArn)
            .addConditions(
                IamConditionOperator.STRING_EQUALS,
                "kms:ViaService",
                services.stream()
                    .map(service -> "%s.%s.amazonaws.com".formatted(service, region))
                    .toList())
            .build());
  }

  /**
   * Returns a policy that allows sending as an SES identity from one address, with a configuration
   * set.
   *
   * @param fromAddress the sender's address, without a name
   */
  public static String sendEmail(
      String identityArn, String configurationSetArn, String fromAddress) {
    return json(
        IamStatement.builder()
            .effect(IamEffect.ALLOW)
            .addAction("ses:SendEmail")
            .resourceIds(List.of(identityArn, configurationSetArn))
            .addCondition(IamConditionOperator.STRING_EQUALS, FROM_ADDRESS, fromAddress)
            .build());
  }

  /**
   * Returns the policy of an SES identity that allows Cognito to send for one pool from one
   * address.
   */
  public static String sendForUserPool(String poolArn, String identityArn, String fromAddress) {
    return json(
        IamStatement.builder()
            .effect(IamEffect.ALLOW)
            .addPrincipal(IamPrincipal.create("Service", "email.cognito-idp.amazonaws.com"))
            .actionIds(List.of("ses:SendEmail", "ses:SendRawEmail"))
            .addResource(identityArn)
            .addCondition(
                IamConditionOperator.STRING_EQUALS, "aws:SourceAccount", accountOf(poolArn))
            .addCondition(IamConditionOperator.STRING_EQUALS, FROM_ADDRESS, fromAddress)
            .addCondition(IamConditionOperator.ARN_LIKE, "aws:SourceArn", poolArn)
            .build());
  }

  /** Returns the policy of a bucket that refuses requests without TLS. */
  public static String tlsOnly(String bucketArn) {
    return json(
        IamStatement.builder()
            .effect(IamEffect.DENY)
            .addPrincipal(IamPrincipal.ALL)
            .addAction("s3:*")
            .resourceIds(List.of(bucketArn, bucketArn + "/*"))
            .addCondition(IamConditionOperator.BOOL, "aws:SecureTransport", "false")
            .build());
  }

  /** Returns the ARN that stands for the account of a resource. */
  private static String rootOf(String arn) {
    return "arn:%s:iam::%s:root".formatted(arn.split(":", 6)[1], accountOf(arn));
  }

  private static String accountOf(String arn) {
    return arn.split(":", 6)[4];
  }

  private static IamStatement statement(String resource, String... actions) {
    return IamStatement.builder()
        .effect(IamEffect.ALLOW)
        .actionIds(List.of(actions))
        .addResource(resource)
        .build();
  }

  private static String json(IamStatement... statements) {
    return IamPolicy.builder().statements(List.of(statements)).build().toJson();
  }
}
