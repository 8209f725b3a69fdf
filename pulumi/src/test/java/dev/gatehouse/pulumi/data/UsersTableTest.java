package dev.gatehouse.pulumi.data;

import static dev.gatehouse.pulumi.plan.RecordedPlan.PLAN;
import static dev.gatehouse.pulumi.plan.RecordedPlan.input;
import static dev.gatehouse.pulumi.plan.RecordedPlan.inputs;
import static dev.gatehouse.pulumi.plan.RecordedPlan.output;
import static dev.gatehouse.pulumi.plan.RecordedPlan.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.policybuilder.iam.IamAction;
import software.amazon.awssdk.policybuilder.iam.IamPolicyReader;
import software.amazon.awssdk.policybuilder.iam.IamResource;
import software.amazon.awssdk.policybuilder.iam.IamStatement;

final class UsersTableTest {
  private static final String TABLE = "aws:dynamodb/table:Table";

  @Test
  void tableIsKeyedBySubAndCanBeRestored() {
    JsonObject table = inputs(PLAN.named(TABLE, "users"));

    assertThat(text(table, "hashKey")).isEqualTo("sub");
    assertThat(text(table, "billingMode")).isEqualTo("PAY_PER_REQUEST");
    assertThat(table.getAsJsonObject("pointInTimeRecovery").get("enabled").getAsBoolean()).isTrue();
    assertThat(table.getAsJsonObject("serverSideEncryption").get("enabled").getAsBoolean())
        .isTrue();
    assertThat(table.getAsJsonObject("ttl").get("attributeName").getAsString())
        .isEqualTo("tombstoneExpiresAt");
  }

  @ParameterizedTest
  @CsvSource({
    "post-confirmation, dynamodb:ConditionCheckItem dynamodb:PutItem",
    "deferred-users,    dynamodb:ConditionCheckItem dynamodb:PutItem",
    "reconcile,         dynamodb:ConditionCheckItem dynamodb:GetItem dynamodb:PutItem"
        + " dynamodb:Scan dynamodb:UpdateItem",
    "erase,             dynamodb:DeleteItem dynamodb:GetItem dynamodb:PutItem",
    "api,               dynamodb:ConditionCheckItem dynamodb:DeleteItem dynamodb:GetItem"
        + " dynamodb:PutItem dynamodb:UpdateItem"
  })
  void onlyTheseFunctionsAccessTheTable(String name, String actions) {
    JsonObject policy = PLAN.named("aws:iam/rolePolicy:RolePolicy", name + "-users");
    List<IamStatement> statements =
        IamPolicyReader.create().read(input(policy, "policy")).statements();

    assertThat(statements).hasSize(1);
    assertThat(statements.get(0).actions())
        .extracting(IamAction::value)
        .containsExactlyInAnyOrder(actions.split(" "));
    assertThat(statements.get(0).resources())
        .containsExactly(IamResource.create(output(PLAN.named(TABLE, "users"), "arn")));
    assertThat(input(policy, "role")).isEqualTo("gatehouse-local-" + name);
    assertThat(PLAN.text().split("dynamodb:PutItem", -1)).hasSize(1 + 5 * 2);
  }
}
