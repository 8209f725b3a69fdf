package dev.gatehouse.users.dynamodb;

import dev.gatehouse.lambda.aws.CannedResponse;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import dev.gatehouse.users.pictures.PictureState;
import dev.gatehouse.users.pictures.PictureStates;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * What the rows of the users table say about pictures, in attributes that writes of the rest of the
 * row leave alone.
 */
public final class DynamoDbPictureStates implements PictureStates {
  private static final Duration TIME_LIMIT = Duration.ofSeconds(3);
  private static final String UPDATED_AT = "pictureUpdatedAt";
  private static final String REFUSAL = "pictureRefusal";
  private static final String REFUSED_AT = "pictureRefusedAt";
  private static final String PRIMING_ROW = "{\"Item\": {\"sub\": {\"S\": \"priming\"}}}";

  private final DynamoDbClient client;
  private final String tableName;

  DynamoDbPictureStates(DynamoDbClient client, String tableName) {
    this.client = client;
    this.tableName = tableName;
  }

  /**
   * Returns the states in the table {@code USERS_TABLE}.
   *
   * @throws InvalidSetting if a setting is missing
   */
  public static DynamoDbPictureStates from(FunctionSettings settings) {
    return of(settings, DynamoDbConnection.from(settings, TIME_LIMIT));
  }

  /** Returns states for priming: reads return a canned row, and no connection is kept. */
  public static DynamoDbPictureStates forPriming(FunctionSettings settings) {
    return of(
        settings,
        DynamoDbConnection.forPriming(
            settings, TIME_LIMIT, CannedResponse.afterOneCall(PRIMING_ROW)));
  }

  private static DynamoDbPictureStates of(FunctionSettings settings, DynamoDbClient client) {
    return new DynamoDbPictureStates(
        client,
        settings.required("USERS_TABLE", "the name of the DynamoDB table of confirmed users"));
  }

  @Override
  public PictureState read(String sub) {
    Map<String, AttributeValue> row =
        client.getItem(get -> get.tableName(tableName).key(key(sub)).consistentRead(true)).item();
    return new PictureState(
        UserRow.time(row, UPDATED_AT), UserRow.text(row, REFUSAL), UserRow.time(row, REFUSED_AT));
  }

  @Override
  public boolean accepted(String sub, Instant now) {
    return update(
        sub,
        "SET #updatedAt = :now REMOVE #refusal, #refusedAt",
        Map.of(":now", AttributeValue.fromS(now.toString())));
  }

  @Override
  public void refused(String sub, String code, Instant now) {
    boolean unused =
        update(
            sub,
            "SET #refusal = :code, #refusedAt = :now",
            Map.of(
                ":code", AttributeValue.fromS(code),
                ":now", AttributeValue.fromS(now.toString())));
  }

  @Override
  public void removed(String sub) {
    boolean unused = update(sub, "REMOVE #updatedAt, #refusal, #refusedAt", Map.of());
  }

  /** Returns false without a row, which an update would create. */
  private boolean update(String sub, String expression, Map<String, AttributeValue> values) {
    Map<String, String> names = new HashMap<>(Map.of("#sub", UserRow.SUB));
    Map.of("#updatedAt", UPDATED_AT, "#refusal", REFUSAL, "#refusedAt", REFUSED_AT)
        .forEach(
            (alias, name) -> {
              // DynamoDB refuses names that an expression does not use.
              if (expression.contains(alias)) {
                names.put(alias, name);
              }
            });
    try {
      client.updateItem(
          update ->
              update
                  .tableName(tableName)
                  .key(key(sub))
                  .updateExpression(expression)
                  .conditionExpression("attribute_exists(#sub)")
                  .expressionAttributeNames(names)
                  .expressionAttributeValues(values.isEmpty() ? null : values));
      return true;
    } catch (ConditionalCheckFailedException withoutRow) {
      return false;
    }
  }

  private static Map<String, AttributeValue> key(String sub) {
    return Map.of(UserRow.SUB, AttributeValue.fromS(sub));
  }
}
