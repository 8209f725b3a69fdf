package dev.gatehouse.local.dynamodb;

import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.DynamoDb;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.store.Store;
import dev.gatehouse.dynamodb.wire.DynamoDbResponse;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** DynamoDB with the tables of the plan, for every access key. */
public final class DynamoDbTables implements Service, AutoCloseable {

  private static final String REGION = "us-east-1";
  private static final String ACCOUNT = "000000000000";

  private final DynamoDb dynamoDb;

  private DynamoDbTables(DynamoDb dynamoDb) {
    this.dynamoDb = dynamoDb;
  }

  /**
   * Opens the tables in a store and creates those of the plan that do not exist yet; throws {@code
   * PlanInvalid} for an unsupported table.
   */
  public static DynamoDbTables open(Plan plan, Store store, Clock clock) {
    DynamoDbTables tables = new DynamoDbTables(DynamoDb.open(store, REGION, ACCOUNT, clock));
    TableCreator creator = new TableCreator(tables::call);
    for (Resource table : plan.ofType("aws:dynamodb/table:Table")) {
      creator.create(TableCheck.table(table));
    }
    return tables;
  }

  /** Calls an operation from within the emulator; throws {@link DynamoDbException}. */
  public JsonObject call(String operation, JsonObject request) {
    return dynamoDb.call(operation, request);
  }

  /** Deletes the rows that have expired, after the clock was moved. */
  public void clockMoved() {
    dynamoDb.deleteExpiredItems();
  }

  @Override
  public Response handle(Request request) {
    Map<String, String> query = new LinkedHashMap<>();
    request.query().forEach((name, values) -> query.put(name, values.getFirst()));
    DynamoDbResponse answer =
        dynamoDb.answer(name -> request.header(name).orElse(null), query, request.body());
    Map<String, List<String>> headers = new LinkedHashMap<>();
    answer.headers().forEach((name, value) -> headers.put(name, List.of(value)));
    return new Response(answer.status(), headers, answer.body());
  }

  /** Stops the deletion of expired rows. */
  @Override
  public void close() {
    dynamoDb.close();
  }
}
