package dev.gatehouse.dynamodb.operation.control;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.operation.Engine;
import dev.gatehouse.dynamodb.operation.Operation;
import dev.gatehouse.dynamodb.table.Table;
import dev.gatehouse.dynamodb.table.TableState;
import dev.gatehouse.dynamodb.wire.Parameters;
import java.util.Map;

/** UpdateTable. Changes are done when it answers, with what a table in change looks like. */
public final class UpdateTable implements Operation {

  private final Engine engine;

  public UpdateTable(Engine engine) {
    this.engine = engine;
  }

  @Override
  public JsonObject answer(Parameters request) {
    TableMembers.requireForUpdate(request);
    new UpdateTableChecks(request).check();
    String name = request.string("TableName", "");
    return engine.store().write(() -> change(engine.described(name), request));
  }

  private JsonObject change(Table table, Parameters request) {
    ThroughputChange throughput = new ThroughputChange(table, request, engine);
    IndexChanges indexes = new IndexChanges(table, request, engine);
    throughput.check();
    indexes.check();
    checkStream(table.state(), request);
    checkEncryption(table.state(), request);
    TableState changed =
        table
            .state()
            .changed(
                state -> {
                  throughput.apply(state);
                  indexes.apply(state);
                  applyOptions(state, request);
                });
    Table saved = engine.tables().save(changed);
    indexes.move(saved);
    JsonObject answer = new JsonObject();
    answer.add("TableDescription", describe(table, saved, request, indexes));
    return answer;
  }

  private void checkStream(TableState state, Parameters request) {
    if (request.has("StreamSpecification")) {
      boolean enable = request.structure("StreamSpecification").flag("StreamEnabled");
      boolean enabled = state.json().has("StreamSpecification");
      if (enable && enabled) {
        throw DynamoDbException.validation(
            "Table already has an enabled stream: TableName: " + state.name());
      }
      if (!enable && !enabled) {
        throw DynamoDbException.validation(
            "Table has no stream to disable: TableName: " + state.name());
      }
    }
  }

  private void checkEncryption(TableState state, Parameters request) {
    if (!request.has("SSESpecification")) {
      return;
    }
    JsonObject changed = new JsonObject();
    States.encrypt(changed, request.structure("SSESpecification"), engine);
    boolean encrypted = state.json().has("SSEDescription");
    if (!changed.has("SSEDescription") && !encrypted) {
      throw DynamoDbException.invalidParameter("Table is already encrypted by default");
    }
    if (encrypted && state.object("SSEDescription").equals(changed.get("SSEDescription"))) {
      throw DynamoDbException.invalidParameter(
          "Table is already encrypted with given KMSMasterKeyId. Use KMSMasterKeyId parameter if"
              + " you want to change Master Key");
    }
  }

  private void applyOptions(JsonObject state, Parameters request) {
    if (request.has("StreamSpecification")) {
      if (request.structure("StreamSpecification").flag("StreamEnabled")) {
        States.streamOn(state, request.structure("StreamSpecification").json(), engine);
      } else {
        state.remove("StreamSpecification");
      }
    }
    if (request.has("SSESpecification")) {
      States.encrypt(state, request.structure("SSESpecification"), engine);
    }
    for (String member : new String[] {"TableClass", "DeletionProtectionEnabled"}) {
      if (request.has(member)) {
        state.add(member, request.json().get(member));
      }
    }
  }

  /** Repeats the ceilings of the request as they are written, also -1, which removes one. */
  private static void addCeilings(TableState before, Parameters request, JsonObject description) {
    if (request.has("OnDemandThroughput")) {
      JsonObject ceilings = before.object("OnDemandThroughput").deepCopy();
      request
          .structure("OnDemandThroughput")
          .json()
          .entrySet()
          .forEach(each -> ceilings.add(each.getKey(), each.getValue()));
      description.add("OnDemandThroughput", ceilings);
    }
  }

  private JsonObject describe(Table before, Table after, Parameters request, IndexChanges indexes) {
    Descriptions descriptions = new Descriptions(engine);
    boolean settled =
        request.has("DeletionProtectionEnabled")
            || request.has("SSESpecification")
            || (request.has("OnDemandThroughput") && !request.has("BillingMode"));
    if (settled) {
      JsonObject description = descriptions.of(after, "ACTIVE");
      addCeilings(before.state(), request, description);
      return description;
    }
    JsonObject description =
        descriptions.of(before, indexes.onlyThroughput(request) ? "ACTIVE" : "UPDATING");
    if (request.has("StreamSpecification")) {
      description.remove("StreamSpecification");
      for (Map.Entry<String, JsonElement> each : descriptions.of(after, "UPDATING").entrySet()) {
        if (each.getKey().contains("Stream")) {
          description.add(each.getKey(), each.getValue());
        }
      }
    }
    indexes.describe(after, description);
    return description;
  }
}
