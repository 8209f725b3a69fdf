package dev.gatehouse.local.dynamodb;

import com.google.gson.JsonArray;
import dev.gatehouse.local.plan.Resource;
import java.util.Set;

/** The check for table inputs that the emulator does not support. */
final class TableCheck {

  private static final Set<String> INPUTS =
      Set.of(
          "name",
          "attributes",
          "hashKey",
          "rangeKey",
          "billingMode",
          "readCapacity",
          "writeCapacity",
          "globalSecondaryIndexes",
          "localSecondaryIndexes",
          "streamEnabled",
          "streamViewType",
          "ttl",
          "deletionProtectionEnabled",
          "pointInTimeRecovery",
          "onDemandThroughput",
          "serverSideEncryption",
          "tableClass",
          "tags",
          // The inputs below have no effect in the emulator.
          "region",
          "tagsAll");

  private static final Set<String> INDEX_INPUTS =
      Set.of(
          "name",
          "hashKey",
          "rangeKey",
          "projectionType",
          "nonKeyAttributes",
          "readCapacity",
          "writeCapacity",
          "onDemandThroughput");

  private TableCheck() {}

  /** Returns the table unchanged; throws {@code PlanInvalid} for an unsupported input. */
  static Resource table(Resource table) {
    table.refuseUnsupported(table.inputs(), INPUTS);
    for (String indexes : Set.of("globalSecondaryIndexes", "localSecondaryIndexes")) {
      if (table.inputs().get(indexes) instanceof JsonArray array) {
        array.forEach(index -> table.refuseUnsupported(index.getAsJsonObject(), INDEX_INPUTS));
      }
    }
    return table;
  }
}
