package dev.gatehouse.users.dynamodb;

import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import dev.gatehouse.users.PassStore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The state of a pass in two items of the users table, whose keys are no {@code sub}. The filter
 * has an item of its own, since a write costs by the size of its item.
 */
public final class DynamoDbPassStore implements PassStore {
  /** Time limit of a call: no client waits. */
  private static final Duration TIME_LIMIT = Duration.ofSeconds(4);

  private final DynamoDbClient client;
  private final String tableName;
  private final String passKey;
  private final String filterKey;

  DynamoDbPassStore(DynamoDbClient client, String tableName, String function) {
    this.client = client;
    this.tableName = tableName;
    this.passKey = function + "#pass";
    this.filterKey = function + "#filter";
  }

  /**
   * Returns the store of a function in the table {@code USERS_TABLE}.
   *
   * @throws InvalidSetting if a setting is missing
   */
  public static DynamoDbPassStore from(FunctionSettings settings, String function) {
    return new DynamoDbPassStore(
        DynamoDbConnection.from(settings, TIME_LIMIT), DynamoDbUsers.tableName(settings), function);
  }

  @Override
  public Map<String, String> state() {
    return state(item(passKey));
  }

  @Override
  public Optional<Map<String, String>> acquire(String owner, Instant now, Instant until) {
    // The owner may repeat it: Lambda calls again with the request's id.
    UpdateItemRequest request =
        update("SET leaseOwner = :owner, leaseUntil = :until")
            .conditionExpression(
                "attribute_not_exists(leaseUntil) OR leaseUntil <= :now OR leaseOwner = :owner")
            .expressionAttributeValues(
                Map.of(
                    ":owner", AttributeValue.fromS(owner),
                    ":until", millis(until),
                    ":now", millis(now)))
            .returnValues(ReturnValue.ALL_NEW)
            .build();
    try {
      return Optional.of(state(client.updateItem(request).attributes()));
    } catch (ConditionalCheckFailedException leased) {
      return Optional.empty();
    }
  }

  @Override
  public boolean save(String owner, Map<String, String> state, Instant until) {
    Map<String, AttributeValue> stored = new HashMap<>();
    state.forEach((name, value) -> stored.put(name, AttributeValue.fromS(value)));
    try {
      client.updateItem(
          update("SET #state = :state, leaseUntil = :until")
              .conditionExpression("leaseOwner = :owner")
              .expressionAttributeNames(Map.of("#state", "state"))
              .expressionAttributeValues(
                  Map.of(
                      ":owner", AttributeValue.fromS(owner),
                      ":state", AttributeValue.fromM(stored),
                      ":until", millis(until)))
              .build());
      return true;
    } catch (ConditionalCheckFailedException takenOver) {
      return false;
    }
  }

  @Override
  public Optional<byte[]> filter(String pass) {
    Map<String, AttributeValue> item = item(filterKey);
    @Nullable AttributeValue filter = item.get("filter");
    return filter == null || filter.b() == null || !pass.equals(UserRow.text(item, "pass"))
        ? Optional.empty()
        : Optional.of(filter.b().asByteArray());
  }

  @Override
  public void saveFilter(String pass, byte[] filter) {
    client.putItem(
        put ->
            put.tableName(tableName)
                .item(
                    Map.of(
                        UserRow.SUB,
                        AttributeValue.fromS(filterKey),
                        "pass",
                        AttributeValue.fromS(pass),
                        "filter",
                        AttributeValue.fromB(SdkBytes.fromByteArray(filter)))));
  }

  private Map<String, AttributeValue> item(String id) {
    return client.getItem(get -> get.tableName(tableName).key(key(id)).consistentRead(true)).item();
  }

  private UpdateItemRequest.Builder update(String expression) {
    return UpdateItemRequest.builder()
        .tableName(tableName)
        .key(key(passKey))
        .updateExpression(expression);
  }

  private static Map<String, String> state(Map<String, AttributeValue> item) {
    Map<String, String> state = new HashMap<>();
    @Nullable AttributeValue stored = item.get("state");
    if (stored != null && stored.hasM()) {
      stored.m().forEach((name, value) -> state.put(name, value.s()));
    }
    return state;
  }

  private static Map<String, AttributeValue> key(String id) {
    return Map.of(UserRow.SUB, AttributeValue.fromS(id));
  }

  private static AttributeValue millis(Instant time) {
    return AttributeValue.fromN(Long.toString(time.toEpochMilli()));
  }
}
