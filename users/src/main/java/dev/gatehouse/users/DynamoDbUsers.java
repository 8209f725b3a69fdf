package dev.gatehouse.users;

import dev.gatehouse.functions.RehearsedSuccess;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Keeps the confirmed users in a DynamoDB table. */
public final class DynamoDbUsers implements Users {
  /** Cognito gives a trigger five seconds in all; the rest is for its start and its answer. */
  private static final Duration CALL = Duration.ofSeconds(3);

  /** Cognito may call three times for one confirmation; the first row wins. */
  private static final String NO_ROW_YET = "attribute_not_exists(#sub)";

  /** Never holds: DynamoDB goes the whole way and writes nothing. */
  private static final String NEVER = "attribute_exists(#sub) AND attribute_not_exists(#sub)";

  /** SUB is a reserved word. */
  private static final Map<String, String> NAMES = Map.of("#sub", UserRow.SUB);

  /** What a rehearsal reads; no such row is in any table. */
  private static final String REHEARSED_ROW =
      """
      {"Item": {"sub": {"S": "priming"}, "email": {"S": "priming@example.com"},
        "emailVerified": {"BOOL": true}, "createdAt": {"S": "2026-01-01T00:00:00Z"},
        "confirmedAt": {"S": "2026-01-01T00:00:00Z"}, "updatedAt": {"S": "2026-01-01T00:00:00Z"},
        "userName": {"S": "priming"}, "userPoolId": {"S": "priming"}, "version": {"N": "1"}}}
      """;

  private final DynamoDbClient client;
  private final String tableName;
  private final String mayPut;

  DynamoDbUsers(DynamoDbClient client, String tableName) {
    this(client, tableName, NO_ROW_YET);
  }

  private DynamoDbUsers(DynamoDbClient client, String tableName, String mayPut) {
    this.client = client;
    this.tableName = tableName;
    this.mayPut = mayPut;
  }

  /**
   * Connects to the table that {@code USERS_TABLE} names, in the region that {@code AWS_REGION}
   * names.
   *
   * @throws IllegalStateException if one of the two is missing
   */
  public static DynamoDbUsers from(Map<String, String> environment) {
    return from(environment, CALL);
  }

  /**
   * Connects likewise, and gives a call up after this time, for who has something else to try.
   *
   * @throws IllegalStateException if a setting is missing
   */
  public static DynamoDbUsers from(Map<String, String> environment, Duration call) {
    return new DynamoDbUsers(DynamoDbConnection.from(environment, call), tableName(environment));
  }

  /**
   * Goes the same way to the same table, but no put of it ever writes, it reads a row that nobody
   * has, and each call has a connection of its own that ends with it: what a snapshot of the
   * process may keep.
   */
  public static DynamoDbUsers rehearsal(Map<String, String> environment) {
    return new DynamoDbUsers(
        DynamoDbConnection.rehearsal(
            environment, CALL, RehearsedSuccess.afterOneAnswer(REHEARSED_ROW)),
        tableName(environment),
        NEVER);
  }

  private static String tableName(Map<String, String> environment) {
    return DynamoDbConnection.setting(
        environment, "USERS_TABLE", "the name of the DynamoDB table of confirmed users");
  }

  @Override
  public boolean putIfAbsent(User user) {
    try {
      client.putItem(put ->
          put.tableName(tableName)
              .item(UserRow.of(user))
              .conditionExpression(mayPut)
              .expressionAttributeNames(NAMES));
      return true;
    } catch (ConditionalCheckFailedException rowIsThere) {
      return false;
    }
  }

  @Override
  public boolean update(User user) {
    try {
      client.updateItem(change(user));
      return true;
    } catch (ConditionalCheckFailedException anotherVersion) {
      return false;
    }
  }

  /** Not a put: what others may have added to the row stays. */
  private UpdateItemRequest change(User user) {
    Map<String, AttributeValue> row = UserRow.of(user);
    StringJoiner set = new StringJoiner(", ", "SET ", "");
    StringJoiner remove = new StringJoiner(", ", " REMOVE ", "").setEmptyValue("");
    Map<String, String> names = new HashMap<>();
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":last", AttributeValue.fromN(Long.toString(user.version() - 1)));
    for (String name : UserRow.DETAILS) {
      names.put("#" + name, name);
      @Nullable AttributeValue value = row.get(name);
      if (value == null) {
        remove.add("#" + name);
      } else {
        set.add("#%1$s = :%1$s".formatted(name));
        values.put(":" + name, value);
      }
    }
    return UpdateItemRequest.builder()
        .tableName(tableName)
        .key(Map.of(UserRow.SUB, AttributeValue.fromS(user.sub())))
        .updateExpression(set + remove.toString())
        .conditionExpression("#version = :last")
        .expressionAttributeNames(names)
        .expressionAttributeValues(values)
        .build();
  }

  @Override
  public Optional<User> find(String sub) {
    Map<String, AttributeValue> key = Map.of(UserRow.SUB, AttributeValue.fromS(sub));
    // Consistent, so that a row is seen by whoever asks right after the confirmation.
    GetItemResponse found =
        client.getItem(get -> get.tableName(tableName).key(key).consistentRead(true));
    return found.hasItem() ? Optional.of(UserRow.user(found.item())) : Optional.empty();
  }
}
