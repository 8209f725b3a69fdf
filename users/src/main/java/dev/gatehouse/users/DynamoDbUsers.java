package dev.gatehouse.users;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Keeps the confirmed users in a DynamoDB table. */
public final class DynamoDbUsers implements Users {
  /** Cognito gives a trigger five seconds in all; the rest is for its start and its answer. */
  private static final Duration CALL = Duration.ofSeconds(3);

  /** Cognito may call three times for one confirmation; the first row wins. */
  private static final Expression NO_ROW_YET =
      Expression.builder()
          .expression("attribute_not_exists(#sub)")
          .putExpressionName("#sub", "sub") // SUB is a reserved word
          .build();

  /** Never holds: DynamoDB goes the whole way and writes nothing. */
  private static final Expression NEVER =
      Expression.builder()
          .expression("attribute_exists(#sub) AND attribute_not_exists(#sub)")
          .putExpressionName("#sub", "sub")
          .build();

  /** What a rehearsal reads; no such row is in any table. */
  private static final String REHEARSED_ROW =
      """
      {"Item": {"sub": {"S": "priming"}, "email": {"S": "priming@example.com"},
        "emailVerified": {"BOOL": true}, "createdAt": {"S": "2026-01-01T00:00:00Z"},
        "confirmedAt": {"S": "2026-01-01T00:00:00Z"}, "updatedAt": {"S": "2026-01-01T00:00:00Z"},
        "userName": {"S": "priming"}, "userPoolId": {"S": "priming"}, "version": {"N": "1"}}}
      """;

  private final DynamoDbTable<User> table;
  private final Expression mayPut;

  DynamoDbUsers(DynamoDbClient client, String tableName) {
    this(client, tableName, NO_ROW_YET);
  }

  private DynamoDbUsers(DynamoDbClient client, String tableName, Expression mayPut) {
    this.mayPut = mayPut;
    table =
        DynamoDbEnhancedClient.builder()
            .dynamoDbClient(client)
            .extensions(List.of()) // the two that come by default would find nothing to do
            .build()
            .table(tableName, UserRow.SCHEMA);
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
      table.putItem(request -> request.item(user).conditionExpression(mayPut));
      return true;
    } catch (ConditionalCheckFailedException rowIsThere) {
      return false;
    }
  }

  @Override
  public boolean update(User user) {
    Expression lastVersion =
        Expression.builder()
            .expression("#version = :last")
            .putExpressionName("#version", "version")
            .putExpressionValue(":last", AttributeValue.fromN(Long.toString(user.version() - 1)))
            .build();
    try {
      // Not a put: what others may have added to the row stays.
      table.updateItem(request -> request.item(user).conditionExpression(lastVersion));
      return true;
    } catch (ConditionalCheckFailedException anotherVersion) {
      return false;
    }
  }

  @Override
  public Optional<User> find(String sub) {
    Key key = Key.builder().partitionValue(sub).build();
    // Consistent, so that a row is seen by whoever asks right after the confirmation.
    return Optional.ofNullable(table.getItem(request -> request.key(key).consistentRead(true)));
  }
}
