package dev.gatehouse.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndexKeysTest {

  private static final String SCALARS =
      "ValidationException: Key attributes must be scalars; list random access '[]' and map lookup"
          + " '.' are not allowed: ";

  private final TestDynamoDb dynamoDb = new TestDynamoDb();

  @BeforeEach
  void createTable() {
    dynamoDb.createTableWithIndex();
  }

  @AfterEach
  void close() {
    dynamoDb.close();
  }

  private String update(String expression, String values) {
    return dynamoDb.error(
        "UpdateItem",
        ("{\"TableName\":\"two\",\"Key\":{\"pk\":{\"S\":\"a\"},\"sk\":{\"S\":\"b\"}},"
                + "\"UpdateExpression\":\"%s\"%s}")
            .formatted(
                expression,
                values.isEmpty() ? "" : ",\"ExpressionAttributeValues\":{\":v\":" + values + "}"));
  }

  @Test
  void typeThatTheRequestShowsNamesTheIndex() {
    assertThat(update("SET g = :v", "{\"N\":\"1\"}"))
        .isEqualTo(
            "ValidationException: One or more parameter values were invalid: Type mismatch for"
                + " Index Key g Expected: S Actual: N IndexName: gidx");
  }

  @Test
  void typeThatTheItemShowsDoesNot() {
    assertThat(update("SET e = :v", "{\"N\":\"1\"}")).isEqualTo("OK");

    assertThat(update("SET g = e", ""))
        .isEqualTo(
            "ValidationException: The update expression attempted to update the secondary index key"
                + " to unsupported type");
    assertThat(update("SET g = :v", "{\"S\":\"x\"}")).isEqualTo("OK");
  }

  @ParameterizedTest
  @CsvSource({"g.x, IndexKey: g", "g[0], IndexKey: g", "pk.x, Key: pk", "sk[1], Key: sk"})
  void pathsOfPagesDoNotLeadIntoKeys(String path, String key) {
    String scan = "{\"TableName\":\"two\",\"%s\":\"%s\"}";
    String query =
        "{\"TableName\":\"two\",\"KeyConditionExpression\":\"pk = :p\","
            + "\"ExpressionAttributeValues\":{\":p\":{\"S\":\"a\"}},\"%s\":\"%s\"}";

    assertThat(dynamoDb.error("Scan", scan.formatted("ProjectionExpression", path)))
        .isEqualTo(SCALARS + key);
    assertThat(
            dynamoDb.error(
                "Scan", scan.formatted("FilterExpression", "attribute_exists(" + path + ")")))
        .isEqualTo(SCALARS + key);
    assertThat(dynamoDb.error("Query", query.formatted("ProjectionExpression", path)))
        .isEqualTo(SCALARS + key);
  }
}
