package dev.gatehouse.dynamodb.operation.control;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.operation.Engine;
import dev.gatehouse.dynamodb.operation.TableNames;
import dev.gatehouse.dynamodb.operation.Violations;
import dev.gatehouse.dynamodb.table.Table;
import dev.gatehouse.dynamodb.wire.Parameters;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** DescribeTable, DeleteTable, ListTables, DescribeLimits and DescribeEndpoints. */
public final class TableOperations {

  private static final int MOST_NAMES = 100;

  private final Engine engine;

  public TableOperations(Engine engine) {
    this.engine = engine;
  }

  /** DescribeTable. */
  public JsonObject describe(Parameters request) {
    Table table = engine.described(name(request));
    JsonObject answer = new JsonObject();
    answer.add("Table", new Descriptions(engine).of(table, "ACTIVE"));
    return answer;
  }

  /** DeleteTable. */
  public JsonObject delete(Parameters request) {
    String name = name(request);
    return engine
        .store()
        .write(
            () -> {
              Table table = engine.described(name);
              if (table.state().isProtected()) {
                throw DynamoDbException.validation(
                    "Resource cannot be deleted as it is currently protected against deletion."
                        + " Disable deletion protection first.");
              }
              JsonObject answer = new JsonObject();
              answer.add("TableDescription", new Descriptions(engine).of(table, "DELETING"));
              engine.tables().delete(table);
              return answer;
            });
  }

  /** ListTables. */
  public JsonObject list(Parameters request) {
    @Nullable Long limit = request.number("Limit");
    Violations violations = new Violations();
    if (request.has("ExclusiveStartTableName")) {
      TableNames.requirePatternFirst(
          notArn(request.string("ExclusiveStartTableName", "")),
          "exclusiveStartTableName",
          violations);
    }
    violations.requireAtLeast(limit, 1, "limit");
    violations.requireAtMost(limit, MOST_NAMES, "limit");
    violations.refuse();
    long most = limit == null ? MOST_NAMES : limit;
    JsonArray names = new JsonArray();
    Iterator<String> following =
        engine.tables().namesAfter(request.string("ExclusiveStartTableName", "")).iterator();
    JsonObject answer = new JsonObject();
    answer.add("TableNames", names);
    while (following.hasNext() && names.size() < most) {
      names.add(following.next());
    }
    if (following.hasNext()) {
      answer.add("LastEvaluatedTableName", names.get(names.size() - 1));
    }
    return answer;
  }

  /** Returns a name that an ARN's pattern check refuses as any other name. */
  private static String notArn(String name) {
    return name.startsWith("arn:") ? " " + name : name;
  }

  /** DescribeLimits. */
  public JsonObject describeLimits(Parameters request) {
    JsonObject answer = new JsonObject();
    answer.addProperty("AccountMaxReadCapacityUnits", 80_000);
    answer.addProperty("AccountMaxWriteCapacityUnits", 80_000);
    answer.addProperty("TableMaxReadCapacityUnits", 40_000);
    answer.addProperty("TableMaxWriteCapacityUnits", 40_000);
    return answer;
  }

  /** Returns the checked name of an operation whose only parameter is a table. */
  static String name(Parameters request) {
    Violations violations = new Violations();
    @Nullable String name = request.string("TableName");
    if (name == null) {
      throw DynamoDbException.validation(
          "The parameter 'TableName' is required but was not present in the request");
    }
    TableNames.require(name, "tableName", violations);
    violations.refuse();
    return name;
  }
}
