package dev.gatehouse.dynamodb.operation.control;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.operation.Engine;
import dev.gatehouse.dynamodb.store.Item;
import dev.gatehouse.dynamodb.table.Index;
import dev.gatehouse.dynamodb.table.Table;
import dev.gatehouse.dynamodb.table.TableState;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Descriptions of tables. */
final class Descriptions {

  private static final long ON_DEMAND_READS = 12_000;
  private static final long ON_DEMAND_WRITES = 4_000;

  private final Engine engine;

  Descriptions(Engine engine) {
    this.engine = engine;
  }

  /** Returns the description of a table. */
  JsonObject of(Table table, String status) {
    TableState state = table.state();
    JsonObject description = new JsonObject();
    copy(state.json(), description, "AttributeDefinitions", "TableName", "KeySchema");
    description.addProperty("TableStatus", status);
    copy(state.json(), description, "CreationDateTime");
    description.add("ProvisionedThroughput", throughput(state.json(), state.onDemand()));
    describeSize(table.items(), description, "TableSizeBytes");
    description.addProperty("TableArn", engine.arn(state.name()));
    copy(state.json(), description, "TableId", "BillingModeSummary", "SSEDescription");
    copy(state.json(), description, "OnDemandThroughput", "StreamSpecification");
    if (state.json().has("TableClass")) {
      JsonObject summary = new JsonObject();
      summary.add("TableClass", state.json().get("TableClass"));
      description.add("TableClassSummary", summary);
    }
    @Nullable JsonElement label = state.json().get("LatestStreamLabel");
    if (label != null) {
      description.add("LatestStreamLabel", label);
      description.addProperty(
          "LatestStreamArn", engine.arn(state.name()) + "/stream/" + label.getAsString());
    }
    description.addProperty("DeletionProtectionEnabled", state.isProtected());
    if (!status.equals("CREATING")) {
      description.add("WarmThroughput", warm(state.json(), state.onDemand()));
    }
    describeIndexes(table, status.equals("CREATING") ? "CREATING" : "ACTIVE", description);
    return description;
  }

  private void describeIndexes(Table table, String status, JsonObject description) {
    JsonArray global = new JsonArray();
    for (JsonElement each : table.state().globalIndexes()) {
      global.add(globalIndex(table, each.getAsJsonObject(), status));
    }
    JsonArray local = new JsonArray();
    for (JsonElement each : table.state().localIndexes()) {
      local.add(index(table, each.getAsJsonObject()));
    }
    if (!global.isEmpty()) {
      description.add("GlobalSecondaryIndexes", global);
    }
    if (!local.isEmpty()) {
      description.add("LocalSecondaryIndexes", local);
    }
  }

  /** Returns the description of a global index. */
  JsonObject globalIndex(Table table, JsonObject state, String status) {
    JsonObject description = index(table, state);
    description.addProperty("IndexStatus", status);
    description.add("ProvisionedThroughput", throughput(state, table.state().onDemand()));
    copy(state, description, "OnDemandThroughput");
    if (!status.equals("CREATING")) {
      description.add("WarmThroughput", warm(state, table.state().onDemand()));
    }
    return description;
  }

  private JsonObject index(Table table, JsonObject state) {
    JsonObject description = new JsonObject();
    copy(state, description, "IndexName", "KeySchema", "Projection");
    String name = state.get("IndexName").getAsString();
    describeSize(table.index(name).map(Index::entries).orElse(null), description, "IndexSizeBytes");
    description.addProperty("IndexArn", engine.arn(table.name()) + "/index/" + name);
    return description;
  }

  private static void describeSize(
      @Nullable MVMap<byte[], Item> items, JsonObject description, String member) {
    long size = 0;
    long count = 0;
    if (items != null) {
      for (Item item : items.values()) {
        size += item.size();
        count++;
      }
    }
    description.addProperty(member, size);
    description.addProperty("ItemCount", count);
  }

  private static JsonObject throughput(JsonObject of, boolean onDemand) {
    JsonObject throughput = new JsonObject();
    throughput.addProperty("NumberOfDecreasesToday", 0);
    throughput.addProperty("ReadCapacityUnits", onDemand ? 0 : units(of, "ReadCapacityUnits"));
    throughput.addProperty("WriteCapacityUnits", onDemand ? 0 : units(of, "WriteCapacityUnits"));
    if (!onDemand) {
      copy(
          of.getAsJsonObject("ProvisionedThroughput"),
          throughput,
          "LastIncreaseDateTime",
          "LastDecreaseDateTime");
    }
    return throughput;
  }

  private static JsonObject warm(JsonObject of, boolean onDemand) {
    JsonObject warm = new JsonObject();
    warm.addProperty(
        "ReadUnitsPerSecond", onDemand ? ON_DEMAND_READS : units(of, "ReadCapacityUnits"));
    warm.addProperty(
        "WriteUnitsPerSecond", onDemand ? ON_DEMAND_WRITES : units(of, "WriteCapacityUnits"));
    warm.addProperty("Status", "ACTIVE");
    return warm;
  }

  private static long units(JsonObject of, String member) {
    return of.get("ProvisionedThroughput") instanceof JsonObject throughput
        ? throughput.get(member).getAsLong()
        : 0;
  }

  private static void copy(JsonObject from, JsonObject to, String... members) {
    for (String member : members) {
      if (from.has(member)) {
        to.add(member, from.get(member));
      }
    }
  }
}
