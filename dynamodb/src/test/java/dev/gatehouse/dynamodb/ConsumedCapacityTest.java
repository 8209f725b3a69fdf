package dev.gatehouse.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsumedCapacityTest {

  private final TestDynamoDb dynamoDb = new TestDynamoDb();

  @BeforeEach
  void createTables() {
    dynamoDb.createTable("one", "pk");
    dynamoDb.createTableWithIndex();
  }

  @AfterEach
  void close() {
    dynamoDb.close();
  }

  private JsonElement consumed(String operation, String members) {
    return dynamoDb
        .call(operation, "{\"ReturnConsumedCapacity\":\"INDEXES\"," + members + "}")
        .get("ConsumedCapacity");
  }

  private void put(int bytes) {
    String padding = "x".repeat(bytes - "pkaa".length());
    assertThat(
            dynamoDb.error(
                "PutItem",
                "{\"TableName\":\"one\",\"Item\":{\"pk\":{\"S\":\"a\"},\"a\":{\"S\":\""
                    + padding
                    + "\"}}}"))
        .isEqualTo("OK");
  }

  @ParameterizedTest
  @CsvSource({"10, 0.5, 1.0", "4096, 0.5, 1.0", "4097, 1.0, 2.0", "8193, 1.5, 3.0"})
  void readsCountFourKilobytesAHalfIfTheyMayBeOutOfDate(int bytes, double half, double whole) {
    put(bytes);
    String get = "\"TableName\":\"one\",\"Key\":{\"pk\":{\"S\":\"a\"}}";
    assertThat(consumed("GetItem", get))
        .hasToString(
            "{\"TableName\":\"one\",\"CapacityUnits\":%1$s,\"Table\":{\"CapacityUnits\":%1$s}}"
                .formatted(String.valueOf(half)));
    assertThat(consumed("GetItem", get + ",\"ConsistentRead\":true").toString())
        .contains("\"CapacityUnits\":" + whole);
  }

  @Test
  void missingItemsAndDeletesOfNothingConsumeToo() {
    assertThat(
            consumed("GetItem", "\"TableName\":\"one\",\"Key\":{\"pk\":{\"S\":\"no\"}}").toString())
        .contains("\"CapacityUnits\":0.5");
    assertThat(
            consumed("DeleteItem", "\"TableName\":\"one\",\"Key\":{\"pk\":{\"S\":\"no\"}}")
                .toString())
        .contains("\"CapacityUnits\":1.0");
  }

  @Test
  void writesCountTheLargerOfOldAndNewItem() {
    put(3000);
    assertThat(
            consumed("PutItem", "\"TableName\":\"one\",\"Item\":{\"pk\":{\"S\":\"a\"}}").toString())
        .contains("\"CapacityUnits\":3.0");
  }

  @Test
  void indexIsChargedForWhatChangesInIt() {
    String item = "\"TableName\":\"two\",\"Item\":{\"pk\":{\"S\":\"a\"},\"sk\":{\"S\":\"a\"}";
    String global = "\"GlobalSecondaryIndexes\":{\"gidx\":{\"CapacityUnits\":";
    assertThat(consumed("PutItem", item + "}").toString()).doesNotContain("gidx");
    assertThat(consumed("PutItem", item + ",\"g\":{\"S\":\"1\"}}").toString())
        .contains(global + "1.0", "\"CapacityUnits\":2.0,\"Table\":{\"CapacityUnits\":1.0}");
    assertThat(consumed("PutItem", item + ",\"g\":{\"S\":\"1\"},\"x\":{\"S\":\"x\"}}").toString())
        .doesNotContain("gidx");
    assertThat(consumed("PutItem", item + ",\"g\":{\"S\":\"2\"}}").toString())
        .contains(global + "2.0");
    assertThat(consumed("PutItem", item + "}").toString()).contains(global + "1.0");
  }

  @Test
  void transactionsCountDoubleAndAReplayReads() {
    String request =
        "\"ClientRequestToken\":\"t\",\"TransactItems\":[{\"Put\":{\"TableName\":\"one\",\"Item\":{\"pk\":{\"S\":\"a\"}}}}]";
    assertThat(consumed("TransactWriteItems", request))
        .hasToString(
            "[{\"TableName\":\"one\",\"CapacityUnits\":2.0,\"WriteCapacityUnits\":2.0,"
                + "\"Table\":{\"CapacityUnits\":2.0,\"WriteCapacityUnits\":2.0}}]");
    assertThat(consumed("TransactWriteItems", request).toString())
        .contains("\"ReadCapacityUnits\":2.0");
    assertThat(
            consumed(
                    "TransactGetItems",
                    "\"TransactItems\":[{\"Get\":{\"TableName\":\"one\",\"Key\":{\"pk\":{\"S\":\"a\"}}}}]")
                .toString())
        .contains("\"ReadCapacityUnits\":2.0");
  }

  @Test
  void replayReadsWhatTheTransactionDeleted() {
    put(9000);
    String request =
        "\"ClientRequestToken\":\"d\",\"TransactItems\":[{\"Delete\":{\"TableName\":\"one\",\"Key\":{\"pk\":{\"S\":\"a\"}}}}]";
    assertThat(consumed("TransactWriteItems", request).toString())
        .contains("\"WriteCapacityUnits\":18.0");
    assertThat(consumed("TransactWriteItems", request).toString())
        .contains("\"ReadCapacityUnits\":6.0");
  }
}
