package dev.gatehouse.integrationtests.permissions;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.integrationtests.emulator.ModifiedPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The plan of a stack whose reconcile removes rows, mailboxes and accounts at once: the settings
 * {@code reconcileDifferences} and {@code removeUnconfirmedAfterDays}, which no variant has.
 */
final class RemovingPlan {
  private RemovingPlan() {}

  static Path write(Path folder) throws IOException {
    ModifiedPlan plan = ModifiedPlan.copyOf("one-account-per-mailbox");
    JsonObject variables = plan.variables("reconcile");
    variables.addProperty("RECONCILE_DIFFERENCES", "repair");
    variables.addProperty("RECONCILE_GRACE_HOURS", "0");
    variables.addProperty("REMOVE_UNCONFIRMED_AFTER", "PT0.001S");
    grant(plan, "reconcile-user-pool", "cognito-idp:AdminDeleteUser");
    grant(plan, "reconcile-users", "dynamodb:DeleteItem");
    grant(plan, "reconcile-mailboxes", "dynamodb:DeleteItem", "dynamodb:Scan");
    return plan.write(folder);
  }

  private static void grant(ModifiedPlan plan, String policy, String... actions) {
    JsonObject inputs = plan.inputs("aws:iam/rolePolicy:RolePolicy", policy);
    JsonObject document =
        JsonParser.parseString(inputs.get("policy").getAsString()).getAsJsonObject();
    JsonObject statement = document.getAsJsonObject("Statement");
    JsonElement before = statement.get("Action");
    JsonArray granted = new JsonArray();
    List.of(actions).forEach(granted::add);
    if (before.isJsonArray()) {
      granted.addAll(before.getAsJsonArray());
    } else {
      granted.add(before);
    }
    statement.add("Action", granted);
    inputs.addProperty("policy", document.toString());
  }
}
