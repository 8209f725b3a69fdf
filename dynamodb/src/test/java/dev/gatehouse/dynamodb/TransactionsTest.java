package dev.gatehouse.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransactionsTest {

  private final TestDynamoDb dynamoDb = new TestDynamoDb();

  @BeforeEach
  void createTable() {
    dynamoDb.createTable("one", "pk");
  }

  @AfterEach
  void close() {
    dynamoDb.close();
  }

  private static String put(String key, String members) {
    return "{\"Put\":{\"TableName\":\"one\",\"Item\":{\"pk\":{\"S\":\"%s\"}}%s}}"
        .formatted(key, members);
  }

  private JsonObject write(String members, String... actions) {
    return dynamoDb.call(
        "TransactWriteItems",
        "{\"TransactItems\":[" + String.join(",", actions) + "]" + members + "}");
  }

  private int count() {
    return dynamoDb.call("Scan", "{\"TableName\":\"one\"}").get("Count").getAsInt();
  }

  @Test
  void nothingIsWrittenIfOneActionFailsAndEveryFailureIsNamed() {
    String fails =
        ",\"ConditionExpression\":\"attribute_exists(pk)\",\"ReturnValuesOnConditionCheckFailure\":\"ALL_OLD\"";
    JsonObject answer = write("", put("a", ""), put("b", fails), put("c", fails));

    assertThat(answer.get("Message").getAsString())
        .isEqualTo(
            "Transaction cancelled, please refer cancellation reasons for specific reasons"
                + " [None, ConditionalCheckFailed, ConditionalCheckFailed]");
    assertThat(answer.getAsJsonArray("CancellationReasons").get(0))
        .hasToString("{\"Code\":\"None\"}");
    assertThat(count()).isZero();
  }

  @Test
  void failureAnswersTheItemIfAsked() {
    write("", put("a", ""));
    JsonObject answer =
        write(
            "",
            put(
                "a",
                ",\"ConditionExpression\":\"attribute_not_exists(pk)\",\"ReturnValuesOnConditionCheckFailure\":\"ALL_OLD\""));
    assertThat(answer.getAsJsonArray("CancellationReasons"))
        .hasToString(
            "[{\"Code\":\"ConditionalCheckFailed\",\"Message\":\"The conditional request failed\","
                + "\"Item\":{\"pk\":{\"S\":\"a\"}}}]");
  }

  @Test
  void tokenMakesATransactionOnce() {
    String add =
        "{\"Update\":{\"TableName\":\"one\",\"Key\":{\"pk\":{\"S\":\"n\"}},\"UpdateExpression\":\"ADD"
            + " n :one\",\"ExpressionAttributeValues\":{\":one\":{\"N\":\"%s\"}}}}";
    String token = ",\"ClientRequestToken\":\"t\"";
    assertThat(write(token, add.formatted("1")).toString()).isEqualTo("{}");
    assertThat(write(token, add.formatted("1")).toString()).isEqualTo("{}");
    assertThat(dynamoDb.call("GetItem", "{\"TableName\":\"one\",\"Key\":{\"pk\":{\"S\":\"n\"}}}"))
        .hasToString("{\"Item\":{\"pk\":{\"S\":\"n\"},\"n\":{\"N\":\"1\"}}}");
    assertThat(TestDynamoDb.describe(write(token, add.formatted("2"))))
        .startsWith("IdempotentParameterMismatchException");
  }
}
