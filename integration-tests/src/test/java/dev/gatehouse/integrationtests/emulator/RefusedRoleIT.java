package dev.gatehouse.integrationtests.emulator;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Roles that their service could not assume, or use, on AWS. */
@Tag("extended")
class RefusedRoleIT {
  private static final String ROLE = "aws:iam/role:Role";

  @TempDir Path folder = Path.of("");

  @TestFactory
  Stream<DynamicTest> roleThatItsServiceMayNotAssumeIsRefused() throws IOException {
    return ModifiedPlan.copy().plan().getAsJsonArray("resources").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(resource -> resource.get("type").getAsString().equals(ROLE))
        .map(resource -> resource.get("name").getAsString())
        .map(role -> dynamicTest(role, () -> withoutTrust(role)));
  }

  private void withoutTrust(String role) throws IOException {
    ModifiedPlan plan = ModifiedPlan.copy();
    JsonObject inputs = plan.inputs(ROLE, role);
    String trust = inputs.get("assumeRolePolicy").getAsString();
    inputs.addProperty("assumeRolePolicy", trust.replaceAll("[a-z]+\\.amazonaws", "ec2.amazonaws"));

    assertThatThrownBy(() -> plan.start(folder).close())
        .isInstanceOf(LocalEmulator.NotStarted.class)
        .hasMessageContaining("is refused by AWS: ");
  }

  @Test
  void roleOfApiGatewayWithoutItsPolicyIsRefused() throws IOException {
    ModifiedPlan plan = ModifiedPlan.copy();
    plan.remove("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "api-gateway-logs");

    assertThatThrownBy(() -> plan.start(folder).close())
        .isInstanceOf(LocalEmulator.NotStarted.class)
        .hasMessageContaining("does not have required permissions configured");
  }

  @Test
  void variableThatNamesAMissingTableIsRefused() throws IOException {
    ModifiedPlan plan = ModifiedPlan.copy();
    plan.variables("api").addProperty("USERS_TABLE", "not-there");

    assertThatThrownBy(() -> plan.start(folder).close())
        .isInstanceOf(LocalEmulator.NotStarted.class)
        .hasMessage(
            "aws:lambda/function:Function \"api\" sets USERS_TABLE to not-there, but the plan has no"
                + " such table");
  }
}
