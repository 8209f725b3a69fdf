package dev.gatehouse.dynamodb;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.dynamodb.store.Store;
import dev.gatehouse.dynamodb.wire.DynamoDbResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;

/** DynamoDB in memory, called as over HTTP. */
final class TestDynamoDb implements AutoCloseable {

  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Type", "application/x-amz-json-1.0",
          "X-Amz-Date", "20260101T000000Z",
          "Authorization", "AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=0");

  private final Store store;
  private final DynamoDb dynamoDb;

  TestDynamoDb() {
    this(InstantSource.system());
  }

  TestDynamoDb(InstantSource clock) {
    store = Store.inMemory();
    dynamoDb = DynamoDb.open(store, "us-east-1", "000000000000", clock);
  }

  DynamoDb engine() {
    return dynamoDb;
  }

  /** Sends a request and returns the response. */
  DynamoDbResponse send(String operation, String body) {
    return dynamoDb.answer(
        name -> name.equals("X-Amz-Target") ? "DynamoDB_20120810." + operation : HEADERS.get(name),
        Map.of(),
        body.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends a request and returns the body of the response. */
  JsonObject call(String operation, String body) {
    String answer = send(operation, body).text();
    return answer.isEmpty() ? new JsonObject() : JsonParser.parseString(answer).getAsJsonObject();
  }

  /** Sends a request and returns the name of the error and its text. */
  String error(String operation, String body) {
    return describe(call(operation, body));
  }

  /** Returns the name of an error and its text. */
  static String describe(JsonObject answer) {
    if (!answer.has("__type")) {
      return "OK";
    }
    String type = answer.get("__type").getAsString();
    String name = type.substring(type.indexOf('#') + 1);
    String member = answer.has("Message") ? "Message" : "message";
    return answer.has(member) ? name + ": " + answer.get(member).getAsString() : name;
  }

  /** Creates a table with keys of type string; the second is the sort key, if there is one. */
  void createTable(String name, String... keys) {
    StringBuilder schema = new StringBuilder();
    StringBuilder definitions = new StringBuilder();
    for (String key : keys) {
      String comma = schema.isEmpty() ? "" : ",";
      String type = schema.isEmpty() ? "HASH" : "RANGE";
      schema
          .append(comma)
          .append("{\"AttributeName\":\"%s\",\"KeyType\":\"%s\"}".formatted(key, type));
      definitions
          .append(comma)
          .append("{\"AttributeName\":\"%s\",\"AttributeType\":\"S\"}".formatted(key));
    }
    String error =
        error(
            "CreateTable",
            "{\"TableName\":\"%s\",\"BillingMode\":\"PAY_PER_REQUEST\",\"KeySchema\":[%s],\"AttributeDefinitions\":[%s]}"
                .formatted(name, schema, definitions));
    if (!error.equals("OK")) {
      throw new IllegalStateException(error);
    }
  }

  /** Creates the table {@code two} with a sort key and the index {@code gidx} on {@code g}. */
  void createTableWithIndex() {
    String error =
        error(
            "CreateTable",
            """
            {"TableName":"two","BillingMode":"PAY_PER_REQUEST",
             "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},
               {"AttributeName":"sk","KeyType":"RANGE"}],
             "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},
               {"AttributeName":"sk","AttributeType":"S"},{"AttributeName":"g","AttributeType":"S"}],
             "GlobalSecondaryIndexes":[{"IndexName":"gidx","Projection":{"ProjectionType":"KEYS_ONLY"},
               "KeySchema":[{"AttributeName":"g","KeyType":"HASH"}]}]}
            """);
    if (!error.equals("OK")) {
      throw new IllegalStateException(error);
    }
  }

  @Override
  public void close() {
    dynamoDb.close();
    store.close();
  }
}
