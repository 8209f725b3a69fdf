package dev.gatehouse.users.dynamodb;

import dev.gatehouse.lambda.aws.CannedResponse;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import dev.gatehouse.users.PutResult;
import dev.gatehouse.users.StoredUser;
import dev.gatehouse.users.User;
import dev.gatehouse.users.UserRows;
import dev.gatehouse.users.Users;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The confirmed users in a DynamoDB table. */
public final class DynamoDbUsers implements Users, UserRows {
  /** Time limit of a call: Cognito gives a trigger five seconds, its start included. */
  private static final Duration TIME_LIMIT = Duration.ofSeconds(3);

  /** The first row wins: Cognito may call three times for one confirmation. */
  private static final String ROW_IS_ABSENT = "attribute_not_exists(#sub)";

  /** Every write changes the version: a row that has it still is the one that was read. */
  private static final String SAME_VERSION = "attribute_exists(#sub) AND #version = :previous";

  /** Of two repairs of a row without a version, the first gives it one. */
  private static final String ROW_WITHOUT_VERSION =
      "attribute_exists(#sub) AND attribute_not_exists(#version)";

  /** A condition that is always false: DynamoDB evaluates it and writes nothing. */
  private static final String NEVER = "attribute_exists(#sub) AND attribute_not_exists(#sub)";

  /** An alias, since SUB is a reserved word of DynamoDB. */
  private static final Map<String, String> NAMES = Map.of("#sub", UserRow.SUB);

  /** The row that priming reads instead of a real one. */
  private static final String PRIMING_ROW =
      """
      {"Item": {"sub": {"S": "priming"}, "email": {"S": "priming@example.com"},
        "emailVerified": {"BOOL": true}, "createdAt": {"S": "2026-01-01T00:00:00Z"},
        "confirmedAt": {"S": "2026-01-01T00:00:00Z"}, "updatedAt": {"S": "2026-01-01T00:00:00Z"},
        "userName": {"S": "priming"}, "userPoolId": {"S": "priming"}, "version": {"N": "1"}}}
      """;

  private final DynamoDbClient client;
  private final String tableName;
  private final String putCondition;

  DynamoDbUsers(DynamoDbClient client, String tableName) {
    this(client, tableName, ROW_IS_ABSENT);
  }

  private DynamoDbUsers(DynamoDbClient client, String tableName, String putCondition) {
    this.client = client;
    this.tableName = tableName;
    this.putCondition = putCondition;
  }

  /**
   * Returns the table {@code USERS_TABLE} in the region {@code AWS_REGION}.
   *
   * @throws InvalidSetting if one of the two is missing
   */
  public static DynamoDbUsers from(FunctionSettings settings) {
    return from(settings, TIME_LIMIT);
  }

  /**
   * Returns the same table with another time limit of a call, for callers that have a fallback.
   *
   * @throws InvalidSetting if a setting is missing
   */
  public static DynamoDbUsers from(FunctionSettings settings, Duration timeLimit) {
    return from(settings, DynamoDbConnection.from(settings, timeLimit));
  }

  static DynamoDbUsers from(FunctionSettings settings, DynamoDbClient client) {
    return new DynamoDbUsers(client, tableName(settings));
  }

  /**
   * Returns the same table for priming: writes are refused by their condition, reads return a
   * canned row, and each call opens and closes a connection, so that a snapshot keeps none.
   */
  public static DynamoDbUsers forPriming(FunctionSettings settings) {
    return new DynamoDbUsers(
        DynamoDbConnection.forPriming(
            settings, TIME_LIMIT, CannedResponse.afterOneCall(PRIMING_ROW)),
        tableName(settings),
        NEVER);
  }

  static String tableName(FunctionSettings settings) {
    return settings.required("USERS_TABLE", "the name of the DynamoDB table of confirmed users");
  }

  @Override
  public PutResult putIfAbsent(User user) {
    try {
      client.transactWriteItems(
          write -> write.transactItems(withoutTombstone(user.sub()), putIfAbsentOf(user)));
      return PutResult.WRITTEN;
    } catch (TransactionCanceledException refused) {
      List<CancellationReason> reasons = refused.cancellationReasons();
      if (isConditionFailed(reasons.get(0))) {
        return PutResult.ERASED;
      }
      if (isConditionFailed(reasons.get(1))) {
        return PutResult.EXISTS;
      }
      throw refused;
    }
  }

  private TransactWriteItem withoutTombstone(String sub) {
    return TransactWriteItem.builder()
        .conditionCheck(
            check ->
                check
                    .tableName(tableName)
                    .key(Tombstone.key(sub))
                    .conditionExpression(ROW_IS_ABSENT)
                    .expressionAttributeNames(NAMES))
        .build();
  }

  private TransactWriteItem putIfAbsentOf(User user) {
    return TransactWriteItem.builder()
        .put(
            put ->
                put.tableName(tableName)
                    .item(UserRow.firstOf(user))
                    .conditionExpression(putCondition)
                    .expressionAttributeNames(NAMES))
        .build();
  }

  private static boolean isConditionFailed(CancellationReason reason) {
    return "ConditionalCheckFailed".equals(reason.code());
  }

  @Override
  public boolean replace(StoredUser row, User next) {
    try {
      client.updateItem(updateRequest(row.version().stored(), next));
      return true;
    } catch (ConditionalCheckFailedException anotherVersion) {
      return false;
    }
  }

  /** Returns an update rather than a put, which would drop attributes that others have added. */
  private UpdateItemRequest updateRequest(@Nullable Object version, User user) {
    Map<String, AttributeValue> row = UserRow.of(user);
    StringJoiner set = new StringJoiner(", ", "SET ", "");
    StringJoiner remove = new StringJoiner(", ", " REMOVE ", "").setEmptyValue("");
    Map<String, String> names = new HashMap<>(NAMES);
    Map<String, AttributeValue> values = new HashMap<>();
    for (String name : UserRow.attributeNames()) {
      names.put("#" + name, name);
      @Nullable AttributeValue value = row.get(name);
      if (value == null) {
        remove.add("#" + name);
      } else {
        set.add("#%1$s = :%1$s".formatted(name));
        values.put(":" + name, value);
      }
    }
    if (version != null) {
      values.put(":previous", attribute(version));
    }
    return UpdateItemRequest.builder()
        .tableName(tableName)
        .key(key(user.sub()))
        .updateExpression(set + remove.toString())
        .conditionExpression(version == null ? ROW_WITHOUT_VERSION : SAME_VERSION)
        .expressionAttributeNames(names)
        .expressionAttributeValues(values)
        .build();
  }

  /** Returns a version as it was read, or that of a row that was never read, a number. */
  private static AttributeValue attribute(Object version) {
    return version instanceof AttributeValue read ? read : AttributeValue.fromN(version.toString());
  }

  @Override
  public Optional<StoredUser> read(String sub) {
    // Consistent, since users read their profile right after the confirmation.
    GetItemResponse found =
        client.getItem(get -> get.tableName(tableName).key(key(sub)).consistentRead(true));
    return found.hasItem() ? Optional.of(UserRow.read(found.item())) : Optional.empty();
  }

  @Override
  public void markErased(String sub, Instant now) {
    client.putItem(put -> put.tableName(tableName).item(Tombstone.of(sub, now)));
  }

  @Override
  public boolean isErased(String sub) {
    return client
        .getItem(get -> get.tableName(tableName).key(Tombstone.key(sub)).consistentRead(true))
        .hasItem();
  }

  @Override
  public boolean delete(String sub) {
    return client
        .deleteItem(
            delete -> delete.tableName(tableName).key(key(sub)).returnValues(ReturnValue.ALL_OLD))
        .hasAttributes();
  }

  @Override
  public RowPage rows(@Nullable String token) {
    ScanResponse page =
        client.scan(
            scan -> scan.tableName(tableName).exclusiveStartKey(token == null ? null : key(token)));
    return new RowPage(
        page.items().stream().filter(UserRow::isUser).map(UserRow::read).toList(),
        page.hasLastEvaluatedKey() ? UserRow.key(page.lastEvaluatedKey(), UserRow.SUB) : null);
  }

  @Override
  public void markGone(StoredUser row, Instant now) {
    try {
      client.updateItem(
          update ->
              update
                  .tableName(tableName)
                  .key(key(row.sub()))
                  .updateExpression("SET #goneSince = :now")
                  .conditionExpression(
                      "attribute_exists(#sub) AND attribute_not_exists(#goneSince)")
                  .expressionAttributeNames(
                      Map.of("#sub", UserRow.SUB, "#goneSince", UserRow.GONE_SINCE))
                  .expressionAttributeValues(Map.of(":now", AttributeValue.fromS(now.toString()))));
    } catch (ConditionalCheckFailedException noted) {
      // Another run noted it, or the row was deleted.
      return;
    }
  }

  private static Map<String, AttributeValue> key(String sub) {
    return Map.of(UserRow.SUB, AttributeValue.fromS(sub));
  }
}
