package dev.gatehouse.dynamodb.operation.control;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.operation.Engine;
import dev.gatehouse.dynamodb.table.Table;
import dev.gatehouse.dynamodb.wire.Parameters;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What UpdateTable changes of the billing and capacity of a table. */
final class ThroughputChange {

  private final Table table;
  private final Parameters request;
  private final Engine engine;
  private final boolean onDemand;

  ThroughputChange(Table table, Parameters request, Engine engine) {
    this.table = table;
    this.request = request;
    this.engine = engine;
    this.onDemand =
        request.has("BillingMode")
            ? request.string("BillingMode", "").equals("PAY_PER_REQUEST")
            : table.state().onDemand();
  }

  void check() {
    if (request.has("ProvisionedThroughput")) {
      if (onDemand) {
        throw DynamoDbException.invalidParameter(
            "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is"
                + " PAY_PER_REQUEST");
      }
      ThroughputChecks.checkBounds(request, engine.region());
      if (!table.state().onDemand()) {
        refuseUnchanged(
            table.state().object("ProvisionedThroughput"),
            request.structure("ProvisionedThroughput"),
            "table",
            "for the table");
      }
    }
    if (table.state().onDemand() && !onDemand) {
      requireThroughputOfIndexes();
    }
    checkCeilings();
  }

  /** Refuses a change to the values that are there. */
  static void refuseUnchanged(JsonObject now, Parameters requested, String subject, String of) {
    long reads = now.get("ReadCapacityUnits").getAsLong();
    long writes = now.get("WriteCapacityUnits").getAsLong();
    if (Long.valueOf(reads).equals(requested.number("ReadCapacityUnits"))
        && Long.valueOf(writes).equals(requested.number("WriteCapacityUnits"))) {
      throw DynamoDbException.validation(
          String.format(
              Locale.ROOT,
              "The provisioned throughput for the %1$s will not change. The requested value equals"
                  + " the current value. Current ReadCapacityUnits provisioned %2$s: %3$d."
                  + " Requested ReadCapacityUnits: %3$d. Current WriteCapacityUnits provisioned"
                  + " %2$s: %4$d. Requested WriteCapacityUnits: %4$d. Refer to the Amazon DynamoDB"
                  + " Developer Guide for current limits and how to request higher limits.",
              subject,
              of,
              reads,
              writes));
    }
  }

  private void requireThroughputOfIndexes() {
    for (JsonElement each : table.state().globalIndexes()) {
      String name = each.getAsJsonObject().get("IndexName").getAsString();
      boolean given = false;
      for (JsonElement update : KeyChecks.list(request, "GlobalSecondaryIndexUpdates")) {
        Parameters changed = request.of(update).structure("Update");
        given |=
            changed.string("IndexName", "").equals(name) && changed.has("ProvisionedThroughput");
      }
      if (!given) {
        throw DynamoDbException.invalidParameter(
            "ProvisionedThroughput must be specified for index: " + name);
      }
    }
  }

  private void checkCeilings() {
    Parameters ceilings = request.structure("OnDemandThroughput");
    for (String member : new String[] {"MaxReadRequestUnits", "MaxWriteRequestUnits"}) {
      @Nullable Long units = ceilings.number(member);
      if (units != null && !onDemand) {
        throw DynamoDbException.invalidParameter(
            member
                + " for OnDemandThroughput cannot be specified when the table BillingMode is"
                + " PROVISIONED");
      }
      if (units != null && units < 1 && units != -1) {
        throw DynamoDbException.invalidParameter(
            "Requested " + member + " for OnDemandThroughput for table is outside of valid range");
      }
    }
  }

  void apply(JsonObject state) {
    if (request.has("BillingMode")) {
      boolean switched = onDemand != table.state().onDemand();
      state.addProperty("BillingMode", onDemand ? "PAY_PER_REQUEST" : "PROVISIONED");
      if (switched && onDemand) {
        state.add("BillingModeSummary", States.onDemandSince(engine.clock().instant()));
      } else if (switched && state.get("BillingModeSummary") instanceof JsonObject summary) {
        summary.addProperty("BillingMode", "PROVISIONED");
      }
      if (switched) {
        state.remove("OnDemandThroughput");
      }
    }
    if (request.has("ProvisionedThroughput")) {
      setThroughput(state, request.structure("ProvisionedThroughput").json(), engine);
    }
    if (request.has("OnDemandThroughput")) {
      mergeCeilings(state, request.structure("OnDemandThroughput").json());
    }
  }

  /** Sets the throughput of a table or an index, with the time of the change. */
  static void setThroughput(JsonObject state, JsonObject requested, Engine engine) {
    JsonObject changed = requested.deepCopy();
    if (state.get("ProvisionedThroughput") instanceof JsonObject before) {
      for (String kept : new String[] {"LastIncreaseDateTime", "LastDecreaseDateTime"}) {
        if (before.has(kept)) {
          changed.add(kept, before.get(kept));
        }
      }
      for (String member : new String[] {"ReadCapacityUnits", "WriteCapacityUnits"}) {
        long difference = changed.get(member).getAsLong() - before.get(member).getAsLong();
        if (difference != 0) {
          changed.add(
              difference > 0 ? "LastIncreaseDateTime" : "LastDecreaseDateTime",
              States.epoch(engine.clock().instant()));
        }
      }
    }
    state.add("ProvisionedThroughput", changed);
  }

  /** Adds ceilings to those that are there; -1 removes one. */
  static void mergeCeilings(JsonObject state, JsonObject requested) {
    JsonObject merged =
        state.get("OnDemandThroughput") instanceof JsonObject before
            ? before.deepCopy()
            : new JsonObject();
    for (Map.Entry<String, JsonElement> each : requested.entrySet()) {
      if (each.getValue().getAsLong() == -1) {
        merged.remove(each.getKey());
      } else {
        merged.add(each.getKey(), each.getValue());
      }
    }
    if (merged.isEmpty()) {
      state.remove("OnDemandThroughput");
    } else {
      state.add("OnDemandThroughput", merged);
    }
  }
}
