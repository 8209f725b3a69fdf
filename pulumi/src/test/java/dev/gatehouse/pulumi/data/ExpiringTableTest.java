package dev.gatehouse.pulumi.data;

import static dev.gatehouse.pulumi.plan.RecordedPlan.PLAN;
import static dev.gatehouse.pulumi.plan.RecordedPlan.input;
import static dev.gatehouse.pulumi.plan.RecordedPlan.inputs;
import static dev.gatehouse.pulumi.plan.RecordedPlan.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;

/** The table of requests that clients may send twice, and what the API may do to it. */
final class ExpiringTableTest {
  @Test
  void itemsExpireAndAreNotRestored() {
    JsonObject table = inputs(PLAN.named("aws:dynamodb/table:Table", "idempotency-keys"));
    assertThat(table.getAsJsonObject("ttl").toString())
        .isEqualTo("{\"attributeName\":\"expiresAt\",\"enabled\":true}");
    assertThat(text(table, "hashKey")).isEqualTo("id");
    assertThat(table.getAsJsonObject("serverSideEncryption").get("enabled").getAsBoolean())
        .isTrue();
    assertThat(table.has("pointInTimeRecovery")).isFalse();
  }

  @Test
  void apiMayUpdateItsItemsOnly() {
    assertThat(input(PLAN.named("aws:iam/rolePolicy:RolePolicy", "api-idempotency-keys"), "policy"))
        .contains("\"dynamodb:UpdateItem\"", ":table/gatehouse-local-idempotency-keys\"")
        .doesNotContain("GetItem", "Scan", "DeleteItem");
    assertThat(text(PLAN.variables("api"), "IDEMPOTENCY_TABLE"))
        .isEqualTo("gatehouse-local-idempotency-keys");
  }
}
