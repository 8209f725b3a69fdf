package dev.gatehouse.pulumi;

import java.util.List;
import software.amazon.awssdk.policybuilder.iam.IamConditionOperator;
import software.amazon.awssdk.policybuilder.iam.IamEffect;
import software.amazon.awssdk.policybuilder.iam.IamPolicy;
import software.amazon.awssdk.policybuilder.iam.IamPrincipal;
import software.amazon.awssdk.policybuilder.iam.IamStatement;

/** Writes the IAM documents, as pure functions of names and ARNs. */
final class Policies {
  private Policies() {}

  /** Returns who may take the role of a function: Lambda. */
  static String assumedBy(String service) {
    return json(
        IamStatement.builder()
            .effect(IamEffect.ALLOW)
            .addPrincipal(IamPrincipal.create("Service", service))
            .addAction("sts:AssumeRole")
            .build());
  }

  /** Returns who may take the role of a schedule: the schedules of the function's own account. */
  static String assumedBySchedule(String functionArn) {
    return json(
        IamStatement.builder()
            .effect(IamEffect.ALLOW)
            .addPrincipal(IamPrincipal.create("Service", "scheduler.amazonaws.com"))
            .addAction("sts:AssumeRole")
            .addCondition(
                IamConditionOperator.STRING_EQUALS, "aws:SourceAccount", accountOf(functionArn))
            .build());
  }

  /** Returns the right to call one function by one alias. */
  static String calling(String aliasArn) {
    return json(allow(aliasArn, "lambda:InvokeFunction"));
  }

  /** Returns the right to these actions on one pool. */
  static String accounts(String poolArn, String... actions) {
    return json(allow(poolArn, actions));
  }

  /** Returns the right to write into one log group and to send traces. */
  static String observed(String logGroupArn) {
    return json(
        allow(
            logGroupArn + ":*",
            // No logs:CreateLogGroup: the group is there before the function.
            "logs:CreateLogStream",
            "logs:PutLogEvents"),
        // X-Ray knows no resources to narrow it down to.
        allow("*", "xray:PutTelemetryRecords", "xray:PutTraceSegments"));
  }

  /** Returns the right to these actions on the rows of one table. */
  static String rows(String tableArn, String... actions) {
    return json(allow(tableArn, actions));
  }

  /** Returns the right to these actions on the messages of one queue. */
  static String messages(String queueArn, String... actions) {
    return json(allow(queueArn, actions));
  }

  /** Returns the right to read codes that Cognito has encrypted for one pool. */
  static String codesOf(String keyArn, String poolId) {
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
   * Returns the right to send as an identity of SES.
   *
   * @param configurationSet the name of the one that mails go out with, or blank
   */
  static String sending(String identityArn, String configurationSet) {
    String beside = identityArn.substring(0, identityArn.indexOf(":identity/"));
    return json(
        configurationSet.isEmpty()
            ? allow(identityArn, "ses:SendEmail")
            : IamStatement.builder()
                .effect(IamEffect.ALLOW)
                .addAction("ses:SendEmail")
                .resourceIds(
                    List.of(identityArn, beside + ":configuration-set/" + configurationSet))
                .build());
  }

  /** Returns where a queue lays aside what was taken from it this often and never deleted. */
  static String laidAside(String deadLetterQueueArn, int attempts) {
    return "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":%d}"
        .formatted(deadLetterQueueArn, attempts);
  }

  /** Returns the right of Cognito to send through an SES identity, for one pool. */
  static String sentBy(String poolArn, String identityArn) {
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

  private static String accountOf(String arn) {
    return arn.split(":", 6)[4];
  }

  private static IamStatement allow(String resource, String... actions) {
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
