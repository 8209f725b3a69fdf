package dev.gatehouse.dynamodb;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.error.ErrorType;
import dev.gatehouse.dynamodb.operation.Engine;
import dev.gatehouse.dynamodb.operation.Operation;
import dev.gatehouse.dynamodb.operation.batch.BatchGetItem;
import dev.gatehouse.dynamodb.operation.batch.BatchWriteItem;
import dev.gatehouse.dynamodb.operation.control.ContinuousBackups;
import dev.gatehouse.dynamodb.operation.control.CreateTable;
import dev.gatehouse.dynamodb.operation.control.TableOperations;
import dev.gatehouse.dynamodb.operation.control.TagOperations;
import dev.gatehouse.dynamodb.operation.control.TimeToLive;
import dev.gatehouse.dynamodb.operation.control.UpdateTable;
import dev.gatehouse.dynamodb.operation.item.DeleteItem;
import dev.gatehouse.dynamodb.operation.item.GetItem;
import dev.gatehouse.dynamodb.operation.item.PutItem;
import dev.gatehouse.dynamodb.operation.item.UpdateItem;
import dev.gatehouse.dynamodb.operation.page.Query;
import dev.gatehouse.dynamodb.operation.page.Scan;
import dev.gatehouse.dynamodb.operation.transaction.TransactGetItems;
import dev.gatehouse.dynamodb.operation.transaction.TransactWriteItems;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The operations, each of which is made when it is called first. */
final class Operations {

  private final Engine engine;
  private final Map<String, Operation> made = new ConcurrentHashMap<>();

  Operations(Engine engine) {
    this.engine = engine;
  }

  /** Returns an operation; throws for one that is unknown. */
  Operation find(String name) {
    @Nullable Operation known = made.get(name);
    if (known == null) {
      known = make(name);
      made.put(name, known);
    }
    return known;
  }

  private Operation make(String name) {
    return switch (name) {
      case "PutItem" -> new PutItem(engine);
      case "GetItem" -> new GetItem(engine);
      case "UpdateItem" -> new UpdateItem(engine);
      case "DeleteItem" -> new DeleteItem(engine);
      case "Query" -> new Query(engine);
      case "Scan" -> new Scan(engine);
      case "BatchGetItem" -> new BatchGetItem(engine);
      case "BatchWriteItem" -> new BatchWriteItem(engine);
      case "TransactGetItems" -> new TransactGetItems(engine);
      case "TransactWriteItems" -> new TransactWriteItems(engine);
      case "CreateTable" -> new CreateTable(engine);
      case "UpdateTable" -> new UpdateTable(engine);
      case "DescribeTable" -> new TableOperations(engine)::describe;
      case "DeleteTable" -> new TableOperations(engine)::delete;
      case "ListTables" -> new TableOperations(engine)::list;
      case "DescribeLimits" -> new TableOperations(engine)::describeLimits;
      case "DescribeEndpoints" -> request -> endpoints();
      case "UpdateTimeToLive" -> new TimeToLive(engine)::update;
      case "DescribeTimeToLive" -> new TimeToLive(engine)::describe;
      case "UpdateContinuousBackups" -> new ContinuousBackups(engine)::update;
      case "DescribeContinuousBackups" -> new ContinuousBackups(engine)::describe;
      case "TagResource" -> new TagOperations(engine)::tag;
      case "UntagResource" -> new TagOperations(engine)::untag;
      case "ListTagsOfResource" -> new TagOperations(engine)::list;
      case "ExecuteStatement", "BatchExecuteStatement", "ExecuteTransaction" ->
          throw DynamoDbException.of(
              ErrorType.UNKNOWN_OPERATION, "PartiQL is not supported: " + name);
      default -> throw DynamoDbException.withoutMessage(ErrorType.UNKNOWN_OPERATION);
    };
  }

  private JsonObject endpoints() {
    JsonObject endpoint = new JsonObject();
    endpoint.addProperty("Address", "dynamodb." + engine.region() + ".amazonaws.com");
    endpoint.addProperty("CachePeriodInMinutes", 1440);
    JsonArray endpoints = new JsonArray();
    endpoints.add(endpoint);
    JsonObject answer = new JsonObject();
    answer.add("Endpoints", endpoints);
    return answer;
  }
}
