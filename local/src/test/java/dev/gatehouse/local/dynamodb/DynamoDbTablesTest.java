package dev.gatehouse.local.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.dynamodb.store.Store;
import dev.gatehouse.local.clock.MovableClock;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.PlanInvalid;
import dev.gatehouse.local.plan.Resource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DynamoDbTablesTest {

  private static final String PUT =
      "{\"TableName\":\"users\",\"Item\":{\"sub\":{\"S\":\"a\"}},"
          + "\"ConditionExpression\":\"attribute_not_exists(#s)\","
          + "\"ExpressionAttributeNames\":{\"#s\":\"sub\"}}";
  private static final String GET =
      "{\"TableName\":\"users\",\"Key\":{\"sub\":{\"S\":\"a\"}},\"ConsistentRead\":true}";

  @Test
  void tablesOfThePlanAcceptAnyCredentials() {
    try (Store store = Store.inMemory();
        DynamoDbTables dynamoDb = open("sub", store)) {
      assertThat(call(dynamoDb, "PutItem", PUT).status()).isEqualTo(200);
      Response again = call(dynamoDb, "PutItem", PUT);
      assertThat(again.status()).isEqualTo(400);
      assertThat(again.text()).contains("ConditionalCheckFailedException");
      assertThat(call(dynamoDb, "GetItem", GET).text())
          .isEqualTo("{\"Item\":{\"sub\":{\"S\":\"a\"}}}");
    }
  }

  @Test
  void optionsOfATableAreThoseOfThePlan() {
    try (Store store = Store.inMemory();
        DynamoDbTables dynamoDb = open("sub", store)) {
      String name = "{\"TableName\":\"users\"}";
      assertThat(call(dynamoDb, "DescribeTimeToLive", name).text())
          .contains("\"TimeToLiveStatus\":\"ENABLED\"");
      assertThat(call(dynamoDb, "DescribeContinuousBackups", name).text())
          .contains("\"PointInTimeRecoveryStatus\":\"ENABLED\"");
      assertThat(call(dynamoDb, "DescribeTable", name).text())
          .contains("\"TableClassSummary\":{\"TableClass\":\"STANDARD_INFREQUENT_ACCESS\"")
          .contains("\"MaxReadRequestUnits\":5")
          .contains("\"SSEType\":\"KMS\"", "\"Status\":\"ENABLED\"");
      String arn = "{\"ResourceArn\":\"arn:aws:dynamodb:us-east-1:000000000000:table/users\"}";
      assertThat(call(dynamoDb, "ListTagsOfResource", arn).text())
          .isEqualTo("{\"Tags\":[{\"Key\":\"team\",\"Value\":\"a\"}]}");
      assertThat(call(dynamoDb, "DeleteTable", name).text())
          .contains("ValidationException", "protected against deletion");
    }
  }

  @Test
  void fileKeepsTablesAndRows(@TempDir Path data) {
    Path file = data.resolve("tables");
    try (Store store = Store.open(file);
        DynamoDbTables dynamoDb = open("sub", store)) {
      assertThat(call(dynamoDb, "PutItem", PUT).status()).isEqualTo(200);
    }
    try (Store store = Store.open(file);
        DynamoDbTables dynamoDb = open("sub", store)) {
      assertThat(call(dynamoDb, "GetItem", GET).text())
          .isEqualTo("{\"Item\":{\"sub\":{\"S\":\"a\"}}}");
      assertThatThrownBy(() -> open("other", store))
          .isInstanceOf(PlanInvalid.class)
          .hasMessageContaining("aws:dynamodb/table:Table \"users\" has other keys");
    }
  }

  @Test
  void rowsExpireWithTheClockOfTheEmulator() {
    MovableClock clock = new MovableClock(Clock.systemUTC());
    long inAnHour = clock.instant().plus(Duration.ofHours(1)).getEpochSecond();
    try (Store store = Store.inMemory();
        DynamoDbTables dynamoDb = DynamoDbTables.open(plan("sub"), store, clock)) {
      clock.whenMoved(List.of(dynamoDb::clockMoved));
      String expiring =
          PUT.replace(
              "\"S\":\"a\"}", "\"S\":\"a\"},\"expires\":{\"N\":\"%s\"}".formatted(inAnHour));
      assertThat(call(dynamoDb, "PutItem", expiring).status()).isEqualTo(200);
      clock.forward(Duration.ofMinutes(59));
      assertThat(call(dynamoDb, "GetItem", GET).text()).contains("Item");

      clock.forward(Duration.ofMinutes(2));
      assertThat(call(dynamoDb, "GetItem", GET).text()).isEqualTo("{}");
    }
  }

  @Test
  void errorOfDynamoDbNamesTheTable() {
    try (Store store = Store.inMemory()) {
      assertThatThrownBy(() -> open("", store))
          .isInstanceOf(PlanInvalid.class)
          .hasMessageStartingWith("aws:dynamodb/table:Table \"users\" cannot be created: ");
    }
  }

  private static DynamoDbTables open(String key, Store store) {
    return DynamoDbTables.open(plan(key), store, Clock.systemUTC());
  }

  private static Plan plan(String key) {
    JsonObject inputs =
        JsonParser.parseString(
                "{name: users, hashKey: \"%s\", billingMode: PAY_PER_REQUEST,".formatted(key)
                    + "attributes: [{name: \"%s\", type: S}],".formatted(key)
                    + "ttl: {attributeName: expires, enabled: true},"
                    + "serverSideEncryption: {enabled: true}, tags: {team: a},"
                    + "tableClass: STANDARD_INFREQUENT_ACCESS,"
                    + "onDemandThroughput: {maxReadRequestUnits: 5, maxWriteRequestUnits: 6},"
                    + "pointInTimeRecovery: {enabled: true}, deletionProtectionEnabled: true}")
            .getAsJsonObject();
    Resource table =
        new Resource(
            "aws:dynamodb/table:Table", "users", "urn", "", List.of(), true, inputs, inputs);
    return new Plan("gatehouse", "local", List.of(table), new JsonObject());
  }

  private static Response call(DynamoDbTables dynamoDb, String operation, String body) {
    Map<String, List<String>> headers =
        Map.of(
            "X-Amz-Target", List.of("DynamoDB_20120810." + operation),
            "X-Amz-Date", List.of("20260101T000000Z"),
            "Content-Type", List.of("application/x-amz-json-1.0"),
            "Authorization",
                List.of(
                    "AWS4-HMAC-SHA256 Credential=any-one_at all/x, SignedHeaders=host,"
                        + " Signature=0"));
    return dynamoDb.handle(
        new Request(
            "POST", "/", Map.of(), headers, "127.0.0.1", body.getBytes(StandardCharsets.UTF_8)));
  }
}
