package dev.gatehouse.dynamodb.operation.control;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.error.ErrorType;
import dev.gatehouse.dynamodb.error.Texts;
import dev.gatehouse.dynamodb.operation.Engine;
import dev.gatehouse.dynamodb.table.Index;
import dev.gatehouse.dynamodb.table.Table;
import dev.gatehouse.dynamodb.wire.Parameters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What UpdateTable changes of the global indexes of a table. */
final class IndexChanges {

  private final Table table;
  private final Parameters request;
  private final Engine engine;
  private final boolean onDemand;
  private final List<Parameters> creates = new ArrayList<>();
  private final List<Parameters> updates = new ArrayList<>();
  private final List<Parameters> deletes = new ArrayList<>();

  IndexChanges(Table table, Parameters request, Engine engine) {
    this.table = table;
    this.request = request;
    this.engine = engine;
    this.onDemand =
        request
            .string("BillingMode", table.state().onDemand() ? "PAY_PER_REQUEST" : "")
            .equals("PAY_PER_REQUEST");
    for (JsonElement each : KeyChecks.list(request, "GlobalSecondaryIndexUpdates")) {
      Parameters update = request.of(each);
      if (update.has("Create")) {
        creates.add(update.structure("Create"));
      } else if (update.has("Update")) {
        updates.add(update.structure("Update"));
      } else {
        deletes.add(update.structure("Delete"));
      }
    }
  }

  void check() {
    if (creates.size() + deletes.size() > 1) {
      throw limit("Only 1 online index can be created or deleted simultaneously per table");
    }
    updates.forEach(this::checkUpdate);
    deletes.forEach(each -> requireGlobal(each, "delete"));
    creates.forEach(this::checkCreate);
  }

  private void checkUpdate(Parameters update) {
    requireGlobal(update, "update");
    String name = name(update);
    if (update.has("ProvisionedThroughput")) {
      if (onDemand) {
        throw DynamoDbException.invalidParameter(
            "The only Updates for index: "
                + name
                + " when TableThroughputMode is PAY_PER_REQUEST can be to OnDemandThroughput,"
                + " WarmThroughput");
      }
      ThroughputChecks.checkBounds(update, engine.region());
      JsonObject index = find(table.state().globalIndexes(), name);
      if (!table.state().onDemand() && index.has("ProvisionedThroughput")) {
        ThroughputChange.refuseUnchanged(
            index.getAsJsonObject("ProvisionedThroughput"),
            update.structure("ProvisionedThroughput"),
            "index " + name,
            "for index " + name);
      }
    }
  }

  private void requireGlobal(Parameters change, String verb) {
    @Nullable Index index = table.index(name(change)).orElse(null);
    if (index == null) {
      throw DynamoDbException.of(
          ErrorType.RESOURCE_NOT_FOUND,
          Texts.NOT_FOUND + ": Index " + name(change) + " for table " + table.name());
    }
    if (!index.global()) {
      throw DynamoDbException.validation(
          "Cannot " + verb + " an index that is not a GlobalSecondaryIndex: " + name(change));
    }
  }

  private void checkCreate(Parameters index) {
    String name = name(index);
    if (table.index(name).isPresent()) {
      throw DynamoDbException.validation("Attempting to create an index which already exists");
    }
    if (table.state().globalIndexes().size() >= IndexChecks.MOST_GLOBAL) {
      throw limit("Number of global secondary indexes exceeds per-table limit of 20");
    }
    if (KeyChecks.list(request, "AttributeDefinitions").isEmpty()) {
      throw DynamoDbException.invalidParameter(
          "AttributeDefinitions is not specified for index: " + name);
    }
    KeyChecks.checkGlobalSchema(KeyChecks.list(index, "KeySchema"));
    requireDefined(index);
    IndexChecks.checkProjection(index);
    if (!onDemand && !index.has("ProvisionedThroughput")) {
      throw DynamoDbException.invalidParameter(
          "Both ReadCapacityUnits and WriteCapacityUnits must be specified for index: " + name);
    }
    if (onDemand && index.has("ProvisionedThroughput")) {
      throw DynamoDbException.invalidParameter(
          "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified for index: "
              + name
              + " when BillingMode is PAY_PER_REQUEST");
    }
  }

  private void requireDefined(Parameters index) {
    // In the request: what the table has already does not count.
    List<String> added = names(KeyChecks.list(request, "AttributeDefinitions"));
    List<String> keys = KeyChecks.names(KeyChecks.list(index, "KeySchema"));
    if (!added.containsAll(keys)) {
      throw DynamoDbException.invalidParameter(
          "Some index key attributes are not defined in AttributeDefinitions. Keys: "
              + keys
              + ", AttributeDefinitions: "
              + added);
    }
  }

  void apply(JsonObject state) {
    JsonArray indexes = new JsonArray();
    for (JsonElement each : table.state().globalIndexes()) {
      JsonObject index = each.getAsJsonObject().deepCopy();
      String name = index.get("IndexName").getAsString();
      if (deletes.stream().noneMatch(deleted -> name(deleted).equals(name))) {
        updates.stream()
            .filter(update -> name(update).equals(name))
            .forEach(update -> applyUpdate(index, update));
        indexes.add(index);
      }
    }
    creates.forEach(created -> indexes.add(States.index(created.json())));
    if (indexes.isEmpty()) {
      state.remove("GlobalSecondaryIndexes");
    } else {
      state.add("GlobalSecondaryIndexes", indexes);
    }
    if (creates.size() + deletes.size() > 0) {
      state.add("AttributeDefinitions", definitions(state));
    }
  }

  private void applyUpdate(JsonObject index, Parameters update) {
    if (update.has("ProvisionedThroughput")) {
      ThroughputChange.setThroughput(
          index, update.structure("ProvisionedThroughput").json(), engine);
    }
    if (update.has("OnDemandThroughput")) {
      ThroughputChange.mergeCeilings(index, update.structure("OnDemandThroughput").json());
    }
  }

  /** Returns the definitions that keys use; those that the table has are not redefined. */
  private JsonArray definitions(JsonObject state) {
    Set<String> used = new HashSet<>(KeyChecks.names(table.state().keySchema()));
    for (String member : new String[] {"GlobalSecondaryIndexes", "LocalSecondaryIndexes"}) {
      if (state.get(member) instanceof JsonArray indexes) {
        indexes.forEach(
            each ->
                used.addAll(KeyChecks.names(each.getAsJsonObject().getAsJsonArray("KeySchema"))));
      }
    }
    List<JsonElement> kept = new ArrayList<>();
    KeyChecks.list(request, "AttributeDefinitions").forEach(kept::add);
    table.state().definitions().forEach(kept::add);
    kept.removeIf(each -> !used.contains(text(each, "AttributeName")));
    return States.sorted(kept);
  }

  /** Fills new indexes and drops the entries of deleted ones. */
  void move(Table saved) {
    creates.forEach(
        created ->
            saved.index(name(created)).ifPresent(index -> engine.tables().fill(saved, index)));
    deletes.forEach(
        deleted ->
            table
                .index(name(deleted))
                .ifPresent(index -> engine.tables().dropEntries(table, index)));
  }

  /** Returns whether the request changes nothing but the throughput of indexes. */
  boolean onlyThroughput(Parameters all) {
    return !updates.isEmpty()
        && creates.isEmpty()
        && deletes.isEmpty()
        && !all.has("BillingMode")
        && !all.has("ProvisionedThroughput");
  }

  /** Adds to the description of the table what is changing. */
  void describe(Table after, JsonObject description) {
    JsonArray indexes =
        description.get("GlobalSecondaryIndexes") instanceof JsonArray list
            ? list
            : new JsonArray();
    updates.forEach(each -> mark(indexes, each, "UPDATING"));
    deletes.forEach(each -> mark(indexes, each, "DELETING"));
    for (Parameters created : creates) {
      JsonObject index =
          new Descriptions(engine)
              .globalIndex(after, find(after.state().globalIndexes(), name(created)), "CREATING");
      index.addProperty("Backfilling", false);
      indexes.add(index);
      description.add("AttributeDefinitions", after.state().definitions());
    }
    if (!indexes.isEmpty()) {
      description.add("GlobalSecondaryIndexes", indexes);
    }
  }

  private static void mark(JsonArray indexes, Parameters change, String status) {
    find(indexes, name(change)).addProperty("IndexStatus", status);
  }

  private static JsonObject find(JsonArray indexes, String name) {
    for (JsonElement each : indexes) {
      if (text(each, "IndexName").equals(name)) {
        return each.getAsJsonObject();
      }
    }
    throw new IllegalStateException("no index " + name);
  }

  private static List<String> names(JsonArray definitions) {
    List<String> names = new ArrayList<>();
    definitions.forEach(each -> names.add(text(each, "AttributeName")));
    return names;
  }

  private static String name(Parameters index) {
    return index.string("IndexName", "");
  }

  private static String text(JsonElement object, String member) {
    return object.getAsJsonObject().get(member).getAsString();
  }

  private static DynamoDbException limit(String text) {
    return DynamoDbException.of(ErrorType.LIMIT_EXCEEDED, "Subscriber limit exceeded: " + text);
  }
}
