package dev.gatehouse.pulumi.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.gatehouse.pulumi.plan.RecordedPlan;
import dev.gatehouse.pulumi.settings.SettingInvalid;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stack uses a restored table once it has what restoring leaves out. */
final class RestoredTableTest {
  private static final String ARN = "arn:aws:dynamodb:us-east-1:000000000000:table/restored";

  private static RestoredTable table(String member, Object value) {
    Map<String, Object> table =
        new HashMap<>(
            Map.of(
                "arn",
                ARN,
                "hashKey",
                "sub",
                "pointInTimeRecovery",
                Map.of("enabled", true),
                "ttl",
                Map.of("enabled", true, "attributeName", "tombstoneExpiresAt"),
                "deletionProtectionEnabled",
                true));
    table.put(member, value);
    return new RestoredTable("restored", table, true);
  }

  @Test
  void everyFunctionUsesTheRestoredTableAndTheOwnOneStays() {
    RecordedPlan plan =
        RecordedPlan.of(RecordedPlan.LOCAL.with("gatehouse:usersTableName", "restored"));

    for (String function :
        new String[] {"api", "post-confirmation", "deferred-users", "reconcile", "erase"}) {
      assertThat(plan.variables(function).get("USERS_TABLE").getAsString()).isEqualTo("restored");
      JsonObject policy = plan.named("aws:iam/rolePolicy:RolePolicy", function + "-users");
      assertThat(RecordedPlan.input(policy, "policy"))
          .contains("\"" + ARN + "\"")
          .doesNotContain("gatehouse-local-users");
    }
    assertThat(RecordedPlan.input(plan.named("aws:dynamodb/table:Table", "users"), "name"))
        .isEqualTo("gatehouse-local-users");
  }

  @Test
  void tableWithEverythingIsTaken() {
    assertThat(table("rangeKey", "").arn("sub", "tombstoneExpiresAt")).isEqualTo(ARN);
  }

  @ParameterizedTest
  @CsvSource({
    "hashKey, another key than sub, pulumi config rm usersTableName",
    "pointInTimeRecovery, no point-in-time recovery, aws dynamodb update-continuous-backups",
    "ttl, keeps tombstones for ever, aws dynamodb update-time-to-live",
    "deletionProtectionEnabled, not protected from deletion, aws dynamodb update-table",
  })
  void tableThatLacksSomethingIsRefusedWithTheCommandThatSetsIt(
      String member, String sentence, String command) {
    assertThatThrownBy(() -> table(member, false).arn("sub", "tombstoneExpiresAt"))
        .isInstanceOf(SettingInvalid.class)
        .hasMessageStartingWith("gatehouse:usersTableName is restored, but ")
        .hasMessageContaining(sentence)
        .hasMessageContaining(command);
  }
}
