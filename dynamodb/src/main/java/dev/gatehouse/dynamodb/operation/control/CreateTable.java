package dev.gatehouse.dynamodb.operation.control;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.error.ErrorType;
import dev.gatehouse.dynamodb.operation.Engine;
import dev.gatehouse.dynamodb.operation.Operation;
import dev.gatehouse.dynamodb.table.Table;
import dev.gatehouse.dynamodb.table.TableState;
import dev.gatehouse.dynamodb.wire.Parameters;

/** CreateTable. */
public final class CreateTable implements Operation {

  private final Engine engine;

  public CreateTable(Engine engine) {
    this.engine = engine;
  }

  @Override
  public JsonObject answer(Parameters table) {
    boolean onDemand = check(table);
    TableState state = States.created(table, onDemand, engine);
    JsonArray tags = KeyChecks.list(table, "Tags");
    TableState tagged = Tags.added(state, tags);
    Table created =
        engine
            .store()
            .write(
                () -> {
                  if (engine.tables().find(state.name()).isPresent()) {
                    throw DynamoDbException.of(
                        ErrorType.RESOURCE_IN_USE, "Table already exists: " + state.name());
                  }
                  return engine.tables().save(tagged);
                });
    JsonObject answer = new JsonObject();
    answer.add("TableDescription", new Descriptions(engine).of(created, "CREATING"));
    return answer;
  }

  private boolean check(Parameters table) {
    if (!table.has("TableName")) {
      throw DynamoDbException.validation(
          "The parameter 'TableName' is required but was not present in the request");
    }
    TableMembers.requireForCreate(table);
    boolean onDemand = table.string("BillingMode", "PROVISIONED").equals("PAY_PER_REQUEST");
    OptionChecks.checkClass(table);
    OptionChecks.checkBilling(table, onDemand);
    ThroughputChecks.checkBounds(table, engine.region());
    new KeyChecks(table).check();
    IndexChecks.check(table, onDemand);
    OptionChecks.checkNewStream(table);
    OptionChecks.checkEncryption(table);
    ThroughputChecks.checkOnDemand(table, onDemand);
    refuseVectorIndexes(table);
    return onDemand;
  }

  /** Refuses what would otherwise be dropped in silence. */
  private static void refuseVectorIndexes(Parameters table) {
    if (table.has("VectorIndexes")) {
      throw DynamoDbException.validation("VectorIndexes are not supported");
    }
  }
}
