package dev.gatehouse.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueriesTest {

  private final TestDynamoDb dynamoDb = new TestDynamoDb();

  @AfterEach
  void close() {
    dynamoDb.close();
  }

  /** Creates a table whose sort key is of a type, with an index on its own keys, reversed. */
  private void createTable(String sortType) {
    String request =
        """
        {"TableName":"tab","BillingMode":"PAY_PER_REQUEST",
         "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"sk","KeyType":"RANGE"}],
         "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},
           {"AttributeName":"sk","AttributeType":"%s"},{"AttributeName":"g","AttributeType":"S"}],
         "LocalSecondaryIndexes":[{"IndexName":"local","Projection":{"ProjectionType":"KEYS_ONLY"},
           "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"g","KeyType":"RANGE"}]}],
         "GlobalSecondaryIndexes":[{"IndexName":"global",
           "Projection":{"ProjectionType":"INCLUDE","NonKeyAttributes":["x"]},
           "KeySchema":[{"AttributeName":"g","KeyType":"HASH"},{"AttributeName":"sk","KeyType":"RANGE"}]}]}
        """;
    assertThat(dynamoDb.error("CreateTable", request.formatted(sortType))).isEqualTo("OK");
  }

  private void put(String item) {
    assertThat(dynamoDb.error("PutItem", "{\"TableName\":\"tab\",\"Item\":" + item + "}"))
        .isEqualTo("OK");
  }

  private JsonObject query(String members) {
    return dynamoDb.call("Query", "{\"TableName\":\"tab\"," + members + "}");
  }

  private static List<String> values(JsonObject page, String name, String type) {
    List<String> values = new ArrayList<>();
    for (JsonElement item : page.getAsJsonArray("Items")) {
      values.add(item.getAsJsonObject().getAsJsonObject(name).get(type).getAsString());
    }
    return values;
  }

  @Test
  void numbersAreInTheirOrderWhateverTheirLength() {
    createTable("N");
    TreeSet<BigDecimal> numbers = new TreeSet<>();
    Random random = new Random(1);
    for (int i = 0; i < 300; i++) {
      int scale = random.nextInt(60) - 30;
      numbers.add(
          BigDecimal.valueOf(random.nextLong() >> random.nextInt(63), scale).stripTrailingZeros());
    }
    numbers.add(BigDecimal.ZERO);
    List<BigDecimal> shuffled = new ArrayList<>(numbers);
    Collections.shuffle(shuffled, random);
    shuffled.forEach(
        n -> put("{\"pk\":{\"S\":\"p\"},\"sk\":{\"N\":\"%s\"}}".formatted(n.toPlainString())));
    List<String> read =
        values(
            query(
                "\"KeyConditionExpression\":\"pk ="
                    + " :p\",\"ExpressionAttributeValues\":{\":p\":{\"S\":\"p\"}}"),
            "sk",
            "N");
    assertThat(read).isEqualTo(numbers.stream().map(BigDecimal::toPlainString).toList());
  }

  @Test
  void stringsAreInTheOrderOfTheirBytesAlsoBeyondTheBasicPlane() {
    createTable("S");
    List<String> ordered =
        List.of("", "a", "a\u0000", "a\u0000b", "ab", "\u00e9", "\uffee", "\ud83d\ude00");
    List<String> shuffled = new ArrayList<>(ordered.subList(1, ordered.size()));
    Collections.shuffle(shuffled, new Random(2));
    for (String text : shuffled) {
      JsonObject value = new JsonObject();
      value.addProperty("S", text);
      put("{\"pk\":{\"S\":\"p\"},\"sk\":" + value + "}");
    }
    JsonObject all =
        query(
            "\"KeyConditionExpression\":\"pk ="
                + " :p\",\"ExpressionAttributeValues\":{\":p\":{\"S\":\"p\"}}");
    assertThat(values(all, "sk", "S")).isEqualTo(ordered.subList(1, ordered.size()));
    JsonObject prefixed =
        query(
            "\"KeyConditionExpression\":\"pk = :p AND begins_with(sk, :a)\","
                + "\"ExpressionAttributeValues\":{\":p\":{\"S\":\"p\"},\":a\":{\"S\":\"a\"}}");
    assertThat(values(prefixed, "sk", "S")).containsExactly("a", "a\u0000", "a\u0000b", "ab");
  }

  @ParameterizedTest
  @CsvSource({
    "sk < :b, 1",
    "sk <= :b, 1 2",
    "sk > :b, 3 4",
    "sk >= :b, 2 3 4",
    "sk = :b, 2",
    ":b < sk, 3 4",
    "sk BETWEEN :b AND :c, 2 3"
  })
  void conditionsOnTheSortKeyReadTheirRangeInBothDirections(String condition, String expected) {
    createTable("N");
    for (int i = 1; i <= 4; i++) {
      put("{\"pk\":{\"S\":\"p\"},\"sk\":{\"N\":\"%s\"}}".formatted(String.valueOf(i)));
      put("{\"pk\":{\"S\":\"other\"},\"sk\":{\"N\":\"%s\"}}".formatted(String.valueOf(i)));
    }
    String third = condition.contains(":c") ? ",\":c\":{\"N\":\"3\"}" : "";
    String members =
        "\"KeyConditionExpression\":\"pk = :p AND "
            + condition
            + "\",\"ExpressionAttributeValues\":{\":p\":{\"S\":\"p\"},\":b\":{\"N\":\"2\"}"
            + third
            + "}";
    List<String> forward = values(query(members), "sk", "N");
    assertThat(String.join(" ", forward)).isEqualTo(expected);
    List<String> backward = values(query(members + ",\"ScanIndexForward\":false"), "sk", "N");
    Collections.reverse(backward);
    assertThat(backward).isEqualTo(forward);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void pagesOfEveryLengthReadEverythingOnce(boolean forward) {
    createTable("N");
    for (int i = 0; i < 10; i++) {
      put(
          "{\"pk\":{\"S\":\"p\"},\"sk\":{\"N\":\"%s\"},\"g\":{\"S\":\"same\"}}"
              .formatted(String.valueOf(i)));
    }
    for (String index :
        new String[] {"", "\"IndexName\":\"local\",", "\"IndexName\":\"global\","}) {
      String key = index.contains("global") ? "g = :p" : "pk = :p";
      String value = index.contains("global") ? "same" : "p";
      for (int limit = 1; limit <= 11; limit++) {
        List<String> read = new ArrayList<>();
        String start = "";
        do {
          JsonObject page =
              query(
                  index
                      + "\"Limit\":"
                      + limit
                      + ",\"ScanIndexForward\":"
                      + forward
                      + ",\"KeyConditionExpression\":\""
                      + key
                      + "\",\"ExpressionAttributeValues\":{\":p\":{\"S\":\""
                      + value
                      + "\"}}"
                      + start);
          read.addAll(values(page, "sk", "N"));
          start =
              page.has("LastEvaluatedKey")
                  ? ",\"ExclusiveStartKey\":" + page.get("LastEvaluatedKey")
                  : "";
        } while (!start.isEmpty());
        assertThat(read).hasSize(10).doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void pageEndsBehindTheItemThatPassesOneMegabyte() {
    createTable("N");
    for (int i = 0; i < 4; i++) {
      put(
          "{\"pk\":{\"S\":\"p\"},\"sk\":{\"N\":\"%s\"},\"x\":{\"S\":\"%s\"}}"
              .formatted(String.valueOf(i), "x".repeat(390_000)));
    }
    JsonObject page =
        query(
            "\"Select\":\"COUNT\",\"KeyConditionExpression\":\"pk = :p\","
                + "\"ExpressionAttributeValues\":{\":p\":{\"S\":\"p\"}}");
    assertThat(page.get("Count").getAsInt()).isEqualTo(3);
    assertThat(page.has("Items")).isFalse();
    assertThat(page.has("LastEvaluatedKey")).isTrue();
  }

  @Test
  void segmentsOfAScanAreDisjointAndComplete() {
    createTable("N");
    for (int i = 0; i < 60; i++) {
      put("{\"pk\":{\"S\":\"p%s\"},\"sk\":{\"N\":\"1\"}}".formatted(String.valueOf(i)));
    }
    List<String> read = new ArrayList<>();
    for (int segment = 0; segment < 7; segment++) {
      read.addAll(
          values(
              dynamoDb.call(
                  "Scan",
                  "{\"TableName\":\"tab\",\"TotalSegments\":7,\"Segment\":" + segment + "}"),
              "pk",
              "S"));
    }
    assertThat(read).hasSize(60).doesNotHaveDuplicates();
  }

  @Test
  void indexesFollowTheirItems() {
    createTable("N");
    put(
        "{\"pk\":{\"S\":\"p\"},\"sk\":{\"N\":\"1\"},\"g\":{\"S\":\"a\"},\"x\":{\"S\":\"X\"},\"y\":{\"S\":\"Y\"}}");
    put("{\"pk\":{\"S\":\"p\"},\"sk\":{\"N\":\"2\"}}");
    String byA =
        "\"IndexName\":\"global\",\"KeyConditionExpression\":\"g ="
            + " :g\",\"ExpressionAttributeValues\":{\":g\":{\"S\":\"a\"}}";
    assertThat(query(byA).getAsJsonArray("Items"))
        .hasToString(
            "[{\"pk\":{\"S\":\"p\"},\"sk\":{\"N\":\"1\"},\"g\":{\"S\":\"a\"},\"x\":{\"S\":\"X\"}}]");
    assertThat(
            dynamoDb.error(
                "UpdateItem",
                "{\"TableName\":\"tab\",\"Key\":{\"pk\":{\"S\":\"p\"},\"sk\":{\"N\":\"1\"}},\"UpdateExpression\":\"REMOVE"
                    + " g\"}"))
        .isEqualTo("OK");
    assertThat(query(byA).get("Count").getAsInt()).isZero();
  }

  @Test
  void localIndexFetchesWhatItDoesNotHave() {
    createTable("N");
    put("{\"pk\":{\"S\":\"p\"},\"sk\":{\"N\":\"1\"},\"g\":{\"S\":\"a\"},\"y\":{\"S\":\"Y\"}}");
    String keys =
        "\"IndexName\":\"local\",\"KeyConditionExpression\":\"pk = :p\","
            + "\"ExpressionAttributeValues\":{\":p\":{\"S\":\"p\"}}";
    assertThat(query(keys).get("Items").toString()).doesNotContain("\"Y\"");
    assertThat(query(keys + ",\"Select\":\"ALL_ATTRIBUTES\"").get("Items").toString())
        .contains("\"Y\"");
    assertThat(query(keys + ",\"ProjectionExpression\":\"y\"").get("Items"))
        .hasToString("[{\"y\":{\"S\":\"Y\"}}]");
  }

  @Test
  void batchOfMoreThanSixteenMegabytesLeavesKeysUnprocessed() {
    dynamoDb.createTable("large", "pk");
    StringBuilder keys = new StringBuilder();
    for (int i = 0; i < 45; i++) {
      String key = "\"pk\":{\"S\":\"" + i + "\"}";
      String value = "x".repeat(400_000);
      assertThat(
              dynamoDb.error(
                  "PutItem",
                  "{\"TableName\":\"large\",\"Item\":{%s,\"v\":{\"S\":\"%s\"}}}"
                      .formatted(key, value)))
          .isEqualTo("OK");
      keys.append(i == 0 ? "{" : ",{").append(key).append("}");
    }
    JsonObject answer =
        dynamoDb.call("BatchGetItem", "{\"RequestItems\":{\"large\":{\"Keys\":[" + keys + "]}}}");
    assertThat(answer.getAsJsonObject("Responses").getAsJsonArray("large")).hasSize(41);
    assertThat(
            answer
                .getAsJsonObject("UnprocessedKeys")
                .getAsJsonObject("large")
                .getAsJsonArray("Keys"))
        .hasSize(4);
  }
}
