package dev.gatehouse.users.dynamodb;

import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import dev.gatehouse.users.SecondSignUps;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The notes of second sign-ups in items of the users table, whose keys are no {@code sub}. */
public final class DynamoDbSecondSignUps implements SecondSignUps {
  private static final Duration TIME_LIMIT = Duration.ofSeconds(2);

  /** Longer than anybody waits before confirming; DynamoDB deletes the note after it. */
  private static final Duration TIME_TO_LIVE = Duration.ofDays(365);

  private static final String PREFIX = "second-sign-up#";

  private final DynamoDbClient client;
  private final String tableName;

  DynamoDbSecondSignUps(DynamoDbClient client, String tableName) {
    this.client = client;
    this.tableName = tableName;
  }

  /**
   * Returns the notes in the table {@code USERS_TABLE}.
   *
   * @throws InvalidSetting if a setting is missing
   */
  public static DynamoDbSecondSignUps from(FunctionSettings settings) {
    return new DynamoDbSecondSignUps(
        DynamoDbConnection.from(settings, TIME_LIMIT), DynamoDbUsers.tableName(settings));
  }

  @Override
  public void note(String sub, Instant now) {
    client.putItem(
        put ->
            put.tableName(tableName)
                .item(
                    Map.of(
                        UserRow.SUB,
                        AttributeValue.fromS(PREFIX + sub),
                        Tombstone.EXPIRY,
                        AttributeValue.fromN(
                            Long.toString(now.plus(TIME_TO_LIVE).getEpochSecond())))));
  }

  @Override
  public boolean isNoted(String sub) {
    return client
        .getItem(get -> get.tableName(tableName).key(key(sub)).consistentRead(true))
        .hasItem();
  }

  @Override
  public void remove(String sub) {
    client.deleteItem(delete -> delete.tableName(tableName).key(key(sub)));
  }

  private static Map<String, AttributeValue> key(String sub) {
    return Map.of(UserRow.SUB, AttributeValue.fromS(PREFIX + sub));
  }
}
