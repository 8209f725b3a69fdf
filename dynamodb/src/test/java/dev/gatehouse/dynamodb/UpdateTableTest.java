package dev.gatehouse.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UpdateTableTest {

  private final TestDynamoDb dynamoDb = new TestDynamoDb();

  @BeforeEach
  void createTable() {
    dynamoDb.createTable("two", "pk", "sk");
  }

  @AfterEach
  void close() {
    dynamoDb.close();
  }

  private String addIndex(String definitions) {
    return dynamoDb.error(
        "UpdateTable",
        """
        {"TableName":"two","AttributeDefinitions":[%s],
         "GlobalSecondaryIndexUpdates":[{"Create":{"IndexName":"turned",
           "Projection":{"ProjectionType":"ALL"},
           "KeySchema":[{"AttributeName":"sk","KeyType":"HASH"},
             {"AttributeName":"pk","KeyType":"RANGE"}]}}]}
        """
            .formatted(definitions));
  }

  private static String definition(String name) {
    return "{\"AttributeName\":\"%s\",\"AttributeType\":\"S\"}".formatted(name);
  }

  @Test
  void newIndexNeedsDefinitionsOfItsKeysInTheRequest() {
    assertThat(addIndex(definition("sk")))
        .isEqualTo(
            "ValidationException: One or more parameter values were invalid: Some index key"
                + " attributes are not defined in AttributeDefinitions. Keys: [sk, pk],"
                + " AttributeDefinitions: [sk]");
    assertThat(addIndex(definition("sk") + "," + definition("pk"))).isEqualTo("OK");
  }

  @Test
  void partitionKeyOfATableMayNotBeTooLongAsTheSortKeyOfAnIndex() {
    String put = "{\"TableName\":\"two\",\"Item\":{\"pk\":{\"S\":\"%s\"},\"sk\":{\"S\":\"a\"}}}";
    assertThat(dynamoDb.error("PutItem", put.formatted("x".repeat(2048)))).isEqualTo("OK");
    assertThat(addIndex(definition("sk") + "," + definition("pk"))).isEqualTo("OK");
    assertThat(dynamoDb.error("PutItem", put.formatted("x".repeat(1025))))
        .contains("Size limit exceeded for Index Key pk Actual Size: 1025 bytes Max Size: 1024");
    assertThat(dynamoDb.error("PutItem", put.formatted("x".repeat(1024)))).isEqualTo("OK");
  }

  private JsonElement ceilings(String operation, String members) {
    return dynamoDb
        .call(operation, "{\"TableName\":\"two\"" + members + "}")
        .getAsJsonObject(operation.equals("DescribeTable") ? "Table" : "TableDescription")
        .get("OnDemandThroughput");
  }

  @Test
  void ceilingsAreMergedAndMinusOneRemovesOne() {
    assertThat(
            ceilings(
                "UpdateTable",
                ",\"OnDemandThroughput\":{\"MaxReadRequestUnits\":10,\"MaxWriteRequestUnits\":20}"))
        .hasToString("{\"MaxReadRequestUnits\":10,\"MaxWriteRequestUnits\":20}");
    assertThat(ceilings("UpdateTable", ",\"OnDemandThroughput\":{\"MaxReadRequestUnits\":-1}"))
        .hasToString("{\"MaxReadRequestUnits\":-1,\"MaxWriteRequestUnits\":20}");
    assertThat(ceilings("DescribeTable", "")).hasToString("{\"MaxWriteRequestUnits\":20}");
    assertThat(dynamoDb.error("UpdateTable", "{\"TableName\":\"two\",\"OnDemandThroughput\":{}}"))
        .startsWith("ValidationException: At least one of ProvisionedThroughput");
  }
}
