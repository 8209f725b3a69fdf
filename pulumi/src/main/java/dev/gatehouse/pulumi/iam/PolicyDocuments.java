package dev.gatehouse.pulumi.iam;

import java.util.List;
import software.amazon.awssdk.policybuilder.iam.IamConditionOperator;
import software.amazon.awssdk.policybuilder.iam.IamEffect;
import software.amazon.awssdk.policybuilder.iam.IamPolicy;
import software.amazon.awssdk.policybuilder.iam.IamPrincipal;
import software.amazon.awssdk.policybuilder.iam.IamStatement;

/** The JSON documents of IAM policies. */
public final class PolicyDocuments {
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

  /** Returns a policy that allows decrypting the codes that Cognito encrypted for one pool. */
  public static String decryptCodes(String keyArn, String poolId) {
    return json(
        IamStatement.builder()
            .effect(IamEffect.ALLOW)
            .addAction("kms:Decrypt")
            .addResource(keyArn)
            .addCondition(
                IamConditionOperator.STRING_EQUALS, "kms:EncryptionContext:userpool-id", poolId)
            .build());
  }

  /**
   * Returns a policy that allows sending as an SES identity.
   *
   * @param configurationSet the name of the configuration set to send with, or blank
   */
  public static String sendEmail(String identityArn, String configurationSet) {
    String prefix = identityArn.substring(0, identityArn.indexOf(":identity/"));
    return json(
        configurationSet.isEmpty()
            ? statement(identityArn, "ses:SendEmail")
            : IamStatement.builder()
                .effect(IamEffect.ALLOW)
                .addAction("ses:SendEmail")
                .resourceIds(
                    List.of(identityArn, prefix + ":configuration-set/" + configurationSet))
                .build());
  }

  /** Returns the policy of an SES identity that allows Cognito to send for one pool. */
  public static String sendForUserPool(String poolArn, String identityArn) {
    return json(
        IamStatement.builder()
            .effect(IamEffect.ALLOW)
            .addPrincipal(IamPrincipal.create("Service", "email.cognito-idp.amazonaws.com"))
            .actionIds(List.of("ses:SendEmail", "ses:SendRawEmail"))
            .addResource(identityArn)
            .addCondition(
                IamConditionOperator.STRING_EQUALS, "aws:SourceAccount", accountOf(poolArn))
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
