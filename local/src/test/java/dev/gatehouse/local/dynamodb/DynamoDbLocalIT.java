package dev.gatehouse.local.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.PlanInvalid;
import dev.gatehouse.local.plan.Resource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DynamoDbLocalIT {

  private static final String PUT =
      "{\"TableName\":\"users\",\"Item\":{\"sub\":{\"S\":\"a\"}},"
          + "\"ConditionExpression\":\"attribute_not_exists(#s)\","
          + "\"ExpressionAttributeNames\":{\"#s\":\"sub\"}}";
  private static final String GET =
      "{\"TableName\":\"users\",\"Key\":{\"sub\":{\"S\":\"a\"}},\"ConsistentRead\":true}";

  @Test
  void tablesAcceptAnyCredentialsAndTheProcessExits() {
    try (DynamoDbLocal dynamoDb = DynamoDbLocal.start(null)) {
      dynamoDb.createTables(plan("sub"));
      assertThat(call(dynamoDb, "PutItem", PUT).status()).isEqualTo(200);
      Response again = call(dynamoDb, "PutItem", PUT);
      assertThat(again.status()).isEqualTo(400);
      assertThat(again.text()).contains("ConditionalCheckFailedException");
      assertThat(call(dynamoDb, "GetItem", GET).text())
          .isEqualTo("{\"Item\":{\"sub\":{\"S\":\"a\"}}}");
      assertThat(call(dynamoDb, "DescribeTimeToLive", "{\"TableName\":\"users\"}").text())
          .contains("\"TimeToLiveStatus\":\"ENABLED\"");
      assertThat(call(dynamoDb, "DeleteTable", "{\"TableName\":\"users\"}").text())
          .contains("ValidationException", "protected against deletion");
    }
    assertThat(ProcessHandle.current().descendants()).isEmpty();
  }

  @Test
  void dataDirectoryPersistsTablesAndRows(@TempDir Path data) {
    try (DynamoDbLocal dynamoDb = DynamoDbLocal.start(data)) {
      dynamoDb.createTables(plan("sub"));
      assertThat(call(dynamoDb, "PutItem", PUT).status()).isEqualTo(200);
    }
    try (DynamoDbLocal dynamoDb = DynamoDbLocal.start(data)) {
      dynamoDb.createTables(plan("sub"));
      assertThat(call(dynamoDb, "GetItem", GET).text())
          .isEqualTo("{\"Item\":{\"sub\":{\"S\":\"a\"}}}");
      assertThatThrownBy(() -> dynamoDb.createTables(plan("other")))
          .isInstanceOf(PlanInvalid.class)
          .hasMessageContaining("aws:dynamodb/table:Table \"users\" has other keys");
    }
  }

  @Test
  void errorOfDynamoDbNamesTheTable() {
    try (DynamoDbLocal dynamoDb = DynamoDbLocal.start(null)) {
      assertThatThrownBy(() -> dynamoDb.createTables(plan("")))
          .isInstanceOf(PlanInvalid.class)
          .hasMessageStartingWith("aws:dynamodb/table:Table \"users\" cannot be created: ");
    }
  }

  private static Plan plan(String key) {
    JsonObject inputs =
        JsonParser.parseString(
                "{name: users, hashKey: \"%s\", billingMode: PAY_PER_REQUEST,".formatted(key)
                    + "attributes: [{name: \"%s\", type: S}],".formatted(key)
                    + "ttl: {attributeName: expires, enabled: true},"
                    + "pointInTimeRecovery: {enabled: true}, deletionProtectionEnabled: true}")
            .getAsJsonObject();
    Resource table =
        new Resource(
            "aws:dynamodb/table:Table", "users", "urn", "", List.of(), true, inputs, inputs);
    return new Plan("gatehouse", "local", List.of(table), new JsonObject());
  }

  private static Response call(DynamoDbLocal dynamoDb, String operation, String body) {
    Map<String, List<String>> headers =
        Map.of(
            "X-Amz-Target", List.of("DynamoDB_20120810." + operation),
            "Content-Type", List.of("application/x-amz-json-1.0"),
            "Host", List.of("localhost:4566"),
            "Content-Length", List.of("" + body.length()),
            "Authorization", List.of("AWS4-HMAC-SHA256 Credential=any-one_at all/x"));
    return dynamoDb.handle(
        new Request(
            "POST", "/", Map.of(), headers, "127.0.0.1", body.getBytes(StandardCharsets.UTF_8)));
  }
}
