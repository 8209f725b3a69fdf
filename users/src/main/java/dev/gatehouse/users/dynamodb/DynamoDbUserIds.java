package dev.gatehouse.users.dynamodb;

import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import dev.gatehouse.users.UserIds;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** The ids of users in their rows of the users table. */
public final class DynamoDbUserIds implements UserIds {
  /** Time limit of a call: no client waits. */
  private static final Duration TIME_LIMIT = Duration.ofSeconds(4);

  private static final int BATCH = 100;

  /** Each round but the last reads a part of the batch. */
  private static final int ROUNDS = 10;

  private final DynamoDbClient client;
  private final String tableName;

  DynamoDbUserIds(DynamoDbClient client, String tableName) {
    this.client = client;
    this.tableName = tableName;
  }

  /**
   * Returns the ids in the table {@code USERS_TABLE}.
   *
   * @throws InvalidSetting if a setting is missing
   */
  public static DynamoDbUserIds from(FunctionSettings settings) {
    return new DynamoDbUserIds(
        DynamoDbConnection.from(settings, TIME_LIMIT), DynamoDbUsers.tableName(settings));
  }

  @Override
  public Map<String, String> idsOf(Collection<String> subs) {
    Map<String, String> ids = new HashMap<>();
    List<String> all = subs.stream().distinct().toList();
    for (int from = 0; from < all.size(); from += BATCH) {
      read(all.subList(from, Math.min(from + BATCH, all.size())), ids);
    }
    return ids;
  }

  /** Reads one batch; DynamoDB may leave some of it for the next request. */
  private void read(List<String> subs, Map<String, String> ids) {
    Map<String, KeysAndAttributes> left = Map.of(tableName, request(subs));
    for (int round = 0; !left.isEmpty(); round++) {
      if (round == ROUNDS) {
        throw new IllegalStateException("DynamoDB leaves keys of a batch unread");
      }
      Map<String, KeysAndAttributes> asked = left;
      BatchGetItemResponse found = client.batchGetItem(get -> get.requestItems(asked));
      for (Map<String, AttributeValue> row : found.responses().getOrDefault(tableName, List.of())) {
        @Nullable String id = UserRow.text(row, UserRow.USER_ID);
        if (id != null) {
          ids.put(UserRow.key(row, UserRow.SUB), id);
        }
      }
      left = found.unprocessedKeys();
    }
  }

  private static KeysAndAttributes request(List<String> subs) {
    return KeysAndAttributes.builder()
        .keys(subs.stream().map(sub -> Map.of(UserRow.SUB, AttributeValue.fromS(sub))).toList())
        .projectionExpression("#sub, " + UserRow.USER_ID)
        .expressionAttributeNames(Map.of("#sub", UserRow.SUB))
        .build();
  }
}
