package dev.gatehouse.pulumi.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.policybuilder.iam.IamAction;
import software.amazon.awssdk.policybuilder.iam.IamCondition;
import software.amazon.awssdk.policybuilder.iam.IamPolicyReader;
import software.amazon.awssdk.policybuilder.iam.IamPrincipal;
import software.amazon.awssdk.policybuilder.iam.IamResource;
import software.amazon.awssdk.policybuilder.iam.IamStatement;

final class PolicyDocumentsTest {
  private static final String TABLE = "arn:aws:dynamodb:eu-west-1:123456789012:table/users";
  private static final String POOL =
      "arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_AbCdEfGhI";
  private static final String IDENTITY = "arn:aws:ses:eu-west-1:123456789012:identity/example.com";

  @Test
  void onlyTheServiceMayAssumeTheRole() {
    IamStatement statement = only(PolicyDocuments.trust("lambda.amazonaws.com"));

    assertThat(statement.principals())
        .containsExactly(IamPrincipal.create("Service", "lambda.amazonaws.com"));
    assertThat(statement.actions()).containsExactly(IamAction.create("sts:AssumeRole"));
  }

  @Test
  void logsAreWrittenToOneGroupOnly() {
    IamStatement logs =
        statements(PolicyDocuments.logsAndTraces("arn:aws:logs:x:1:log-group:g")).get(0);

    assertThat(logs.actions())
        .containsExactlyInAnyOrder(
            IamAction.create("logs:CreateLogStream"), IamAction.create("logs:PutLogEvents"));
    assertThat(logs.resources())
        .containsExactly(IamResource.create("arn:aws:logs:x:1:log-group:g:*"));
  }

  @Test
  void onlyTracingIsAllowedOnEverything() {
    List<IamStatement> everywhere =
        statements(PolicyDocuments.logsAndTraces("arn:aws:logs:x:1:log-group:g")).stream()
            .filter(statement -> statement.resources().contains(IamResource.ALL))
            .toList();

    assertThat(everywhere).hasSize(1);
    assertThat(everywhere.get(0).actions())
        .containsExactlyInAnyOrder(
            IamAction.create("xray:PutTelemetryRecords"),
            IamAction.create("xray:PutTraceSegments"));
  }

  @Test
  void onlyTheseActionsAreAllowedOnOneResource() {
    IamStatement statement = only(PolicyDocuments.allow(TABLE, "dynamodb:PutItem"));

    assertThat(statement.actions()).containsExactly(IamAction.create("dynamodb:PutItem"));
    assertThat(statement.resources()).containsExactly(IamResource.create(TABLE));
  }

  @Test
  void cognitoSendsForThisPoolOfThisAccountOnly() {
    IamStatement statement =
        only(PolicyDocuments.sendForUserPool(POOL, IDENTITY, "no-reply@example.com"));

    assertThat(statement.principals())
        .containsExactly(IamPrincipal.create("Service", "email.cognito-idp.amazonaws.com"));
    assertThat(statement.resources()).containsExactly(IamResource.create(IDENTITY));
    assertThat(statement.conditions())
        .containsExactlyInAnyOrder(
            IamCondition.create("StringEquals", "aws:SourceAccount", "123456789012"),
            IamCondition.create("StringEquals", "ses:FromAddress", "no-reply@example.com"),
            IamCondition.create("ArnLike", "aws:SourceArn", POOL));
  }

  @Test
  void keyIsUsedThroughServicesOfItsRegionOnly() {
    IamStatement statement =
        only(
            PolicyDocuments.useKey(
                "arn:aws:kms:eu-west-1:123456789012:key/k", List.of("dynamodb", "sqs")));

    assertThat(statement.conditions())
        .containsExactlyInAnyOrder(
            IamCondition.create(
                "StringEquals", "kms:ViaService", "dynamodb.eu-west-1.amazonaws.com"),
            IamCondition.create("StringEquals", "kms:ViaService", "sqs.eu-west-1.amazonaws.com"));
  }

  private static IamStatement only(String policy) {
    assertThat(statements(policy)).hasSize(1);
    return statements(policy).get(0);
  }

  private static List<IamStatement> statements(String policy) {
    return IamPolicyReader.create().read(policy).statements();
  }
}
