package dev.gatehouse.pulumi.functions;

import static dev.gatehouse.pulumi.plan.RecordedPlan.PLAN;
import static dev.gatehouse.pulumi.plan.RecordedPlan.input;
import static dev.gatehouse.pulumi.plan.RecordedPlan.inputs;
import static dev.gatehouse.pulumi.plan.RecordedPlan.output;
import static dev.gatehouse.pulumi.plan.RecordedPlan.text;
import static dev.gatehouse.pulumi.plan.RecordedPlan.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.policybuilder.iam.IamAction;
import software.amazon.awssdk.policybuilder.iam.IamPolicyReader;
import software.amazon.awssdk.policybuilder.iam.IamResource;
import software.amazon.awssdk.policybuilder.iam.IamStatement;

final class DeferredUsersFunctionTest {
  private static final String QUEUE = "aws:sqs/queue:Queue";
  private static final String MAPPING = "aws:lambda/eventSourceMapping:EventSourceMapping";

  @ParameterizedTest
  @ValueSource(
      strings = {"deferred-users", "deferred-users-dead-letters", "deferred-users-refused"})
  void queuesAreEncryptedAndRetainMessagesForFourteenDays(String name) {
    JsonObject queue = PLAN.named(QUEUE, name);

    assertThat(input(queue, "name")).isEqualTo("gatehouse-local-" + name);
    assertThat(inputs(queue).get("sqsManagedSseEnabled").getAsBoolean()).isTrue();
    assertThat(inputs(queue).get("messageRetentionSeconds").getAsInt()).isEqualTo(14 * 86_400);
  }

  @Test
  void visibilityTimeoutIsSixTimesTheTimeoutOfTheFunction() {
    assertThat(inputs(PLAN.named(QUEUE, "deferred-users")).get("visibilityTimeoutSeconds"))
        .isNotNull()
        .satisfies(
            hidden ->
                assertThat(hidden.getAsInt())
                    .isGreaterThanOrEqualTo(
                        6 * inputs(PLAN.function("deferred-users")).get("timeout").getAsInt()));
  }

  @Test
  void messageGoesToTheDeadLetterQueueAfterADayOfReceives() {
    String policy = input(PLAN.named(QUEUE, "deferred-users"), "redrivePolicy");
    JsonObject redrive = JsonParser.parseString(policy).getAsJsonObject();

    assertThat(text(redrive, "deadLetterTargetArn"))
        .isEqualTo(output(PLAN.named(QUEUE, "deferred-users-dead-letters"), "arn"));
    assertThat(
            redrive.get("maxReceiveCount").getAsInt()
                * inputs(PLAN.named(QUEUE, "deferred-users"))
                    .get("visibilityTimeoutSeconds")
                    .getAsInt())
        .isEqualTo(24 * 60 * 60);
  }

  @Test
  void reconcileMovesDeadLettersBackAndMalformedMessagesAreElsewhere() {
    assertThat(
            input(PLAN.named("aws:iam/rolePolicy:RolePolicy", "reconcile-dead-letters"), "policy"))
        .contains(
            "sqs:StartMessageMoveTask",
            output(PLAN.named(QUEUE, "deferred-users-dead-letters"), "arn"));
    assertThat(
            input(
                PLAN.named("aws:iam/rolePolicy:RolePolicy", "deferred-users-refused-users"),
                "policy"))
        .contains("sqs:SendMessage", output(PLAN.named(QUEUE, "deferred-users-refused"), "arn"));
  }

  @Test
  void mappingInvokesTheAliasAndReportsBatchItemFailures() {
    JsonObject mapping = PLAN.only(MAPPING);

    assertThat(input(mapping, "eventSourceArn"))
        .isEqualTo(output(PLAN.named(QUEUE, "deferred-users"), "arn"));
    assertThat(input(mapping, "functionName"))
        .isEqualTo(output(PLAN.named("aws:lambda/alias:Alias", "deferred-users"), "arn"));
    assertThat(texts(inputs(mapping), "functionResponseTypes"))
        .containsExactly("ReportBatchItemFailures");
  }

  @ParameterizedTest
  @CsvSource({
    "post-confirmation, sqs:SendMessage",
    "reconcile,         sqs:SendMessage",
    "deferred-users,    sqs:ReceiveMessage sqs:DeleteMessage sqs:GetQueueAttributes sqs:ChangeMessageVisibility"
  })
  void onlyTheseFunctionsAccessTheQueue(String name, String actions) {
    JsonObject policy = PLAN.named("aws:iam/rolePolicy:RolePolicy", name + "-deferred-users");
    List<IamStatement> statements =
        IamPolicyReader.create().read(input(policy, "policy")).statements();

    assertThat(statements).hasSize(1);
    assertThat(statements.get(0).actions())
        .extracting(IamAction::value)
        .containsExactlyInAnyOrder(actions.split(" "));
    assertThat(statements.get(0).resources())
        .containsExactly(IamResource.create(output(PLAN.named(QUEUE, "deferred-users"), "arn")));
    assertThat(input(policy, "role")).isEqualTo("gatehouse-local-" + name);
  }
}
