package dev.gatehouse.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExpiredItemsTest {

  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

  private final TestDynamoDb dynamoDb = new TestDynamoDb(() -> NOW);

  @BeforeEach
  void createTable() {
    dynamoDb.createTable("one", "pk");
    assertThat(
            dynamoDb.error(
                "UpdateTimeToLive",
                "{\"TableName\":\"one\",\"TimeToLiveSpecification\":{\"Enabled\":true,\"AttributeName\":\"ttl\"}}"))
        .isEqualTo("OK");
  }

  @AfterEach
  void close() {
    dynamoDb.close();
  }

  private void put(String key, String expiry) {
    assertThat(
            dynamoDb.error(
                "PutItem",
                "{\"TableName\":\"one\",\"Item\":{\"pk\":{\"S\":\"%s\"},\"ttl\":%s}}"
                    .formatted(key, expiry)))
        .isEqualTo("OK");
  }

  @Test
  void onlyItemsWhoseTimeIsOverAreDeleted() {
    long now = NOW.getEpochSecond();
    put("over", "{\"N\":\"" + (now - 1) + "\"}");
    put("ahead", "{\"N\":\"" + (now + 1) + "\"}");
    put("text", "{\"S\":\"" + (now - 1) + "\"}");
    put("milliseconds", "{\"N\":\"" + NOW.toEpochMilli() + "\"}");
    put("ancient", "{\"N\":\"1\"}");

    dynamoDb.engine().deleteExpiredItems();

    String scan = dynamoDb.call("Scan", "{\"TableName\":\"one\"}").toString();
    assertThat(scan).contains("ahead", "text", "milliseconds", "ancient").doesNotContain("over\"");
  }
}
