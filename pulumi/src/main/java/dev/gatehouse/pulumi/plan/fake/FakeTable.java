package dev.gatehouse.pulumi.plan.fake;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.HashMap;
import java.util.Map;

/** The table of users that somebody restored, with everything that restoring leaves out. */
final class FakeTable {
  private FakeTable() {}

  static Map<String, JsonElement> restored(FakeIdentifiers ids, String name) {
    JsonObject enabled = new JsonObject();
    enabled.addProperty("enabled", true);
    JsonObject ttl = enabled.deepCopy();
    ttl.addProperty("attributeName", "tombstoneExpiresAt");
    Map<String, JsonElement> table = new HashMap<>();
    table.put("arn", new JsonPrimitive(ids.arn("dynamodb", "table/" + name)));
    table.put("id", new JsonPrimitive(name));
    table.put("hashKey", new JsonPrimitive("sub"));
    table.put("rangeKey", new JsonPrimitive(""));
    table.put("pointInTimeRecovery", enabled);
    table.put("ttl", ttl);
    table.put("deletionProtectionEnabled", new JsonPrimitive(true));
    return table;
  }
}
