package dev.gatehouse.users.dynamodb;

import dev.gatehouse.lambda.aws.CannedResponse;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import dev.gatehouse.users.Mailboxes;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** The claimed mailboxes in a DynamoDB table. */
public final class DynamoDbMailboxes implements Mailboxes {
  private static final String MAILBOX = "mailbox";
  private static final String SUB = "sub";

  /** A claim may be repeated: Cognito may call three times for one confirmation. */
  private static final String UNCLAIMED_OR_SAME_USER =
      "attribute_not_exists(#mailbox) OR #sub = :sub";

  /** A condition that is always false: DynamoDB evaluates it and writes nothing. */
  private static final String NEVER =
      "attribute_not_exists(#mailbox) AND attribute_exists(#mailbox) AND #sub = :sub";

  private final DynamoDbClient client;
  private final String tableName;
  private final String claimCondition;

  DynamoDbMailboxes(DynamoDbClient client, String tableName) {
    this(client, tableName, UNCLAIMED_OR_SAME_USER);
  }

  private DynamoDbMailboxes(DynamoDbClient client, String tableName, String claimCondition) {
    this.client = client;
    this.tableName = tableName;
    this.claimCondition = claimCondition;
  }

  /**
   * Returns the table {@code MAILBOXES_TABLE} in the region {@code AWS_REGION}.
   *
   * @param timeLimit time limit of a call
   * @throws InvalidSetting if one of the two is missing
   */
  public static DynamoDbMailboxes from(FunctionSettings settings, Duration timeLimit) {
    return from(settings, DynamoDbConnection.from(settings, timeLimit));
  }

  static DynamoDbMailboxes from(FunctionSettings settings, DynamoDbClient client) {
    return new DynamoDbMailboxes(client, tableName(settings));
  }

  /** Returns the same table for priming, which claims nothing and keeps no connection. */
  public static DynamoDbMailboxes forPriming(FunctionSettings settings, Duration timeLimit) {
    return new DynamoDbMailboxes(
        DynamoDbConnection.forPriming(settings, timeLimit, CannedResponse.afterOneCall("{}")),
        tableName(settings),
        NEVER);
  }

  private static String tableName(FunctionSettings settings) {
    return settings.required(
        "MAILBOXES_TABLE", "the name of the DynamoDB table of claimed mailboxes");
  }

  @Override
  public boolean claim(String mailbox, String sub, Instant now) {
    try {
      client.putItem(
          put ->
              put.tableName(tableName)
                  .item(
                      Map.of(
                          MAILBOX,
                          AttributeValue.fromS(mailbox),
                          SUB,
                          AttributeValue.fromS(sub),
                          "claimedAt",
                          AttributeValue.fromS(now.toString())))
                  .conditionExpression(claimCondition)
                  .expressionAttributeNames(Map.of("#mailbox", MAILBOX, "#sub", SUB))
                  .expressionAttributeValues(Map.of(":sub", AttributeValue.fromS(sub))));
      return true;
    } catch (ConditionalCheckFailedException ownedByAnother) {
      return false;
    }
  }

  @Override
  public boolean release(String mailbox, String sub) {
    try {
      client.deleteItem(
          delete ->
              delete
                  .tableName(tableName)
                  .key(Map.of(MAILBOX, AttributeValue.fromS(mailbox)))
                  .conditionExpression("#sub = :sub")
                  .expressionAttributeNames(Map.of("#sub", SUB))
                  .expressionAttributeValues(Map.of(":sub", AttributeValue.fromS(sub))));
      return true;
    } catch (ConditionalCheckFailedException ownedByAnother) {
      return false;
    }
  }

  @Override
  public Optional<String> owner(String mailbox) {
    Map<String, AttributeValue> key = Map.of(MAILBOX, AttributeValue.fromS(mailbox));
    Map<String, AttributeValue> row =
        client.getItem(get -> get.tableName(tableName).key(key).consistentRead(true)).item();
    return Optional.ofNullable(row.get(SUB)).map(AttributeValue::s);
  }

  @Override
  public ClaimPage claims(@Nullable String token) {
    ScanResponse page =
        client.scan(
            scan ->
                scan.tableName(tableName)
                    .exclusiveStartKey(
                        token == null ? null : Map.of(MAILBOX, AttributeValue.fromS(token))));
    return new ClaimPage(
        page.items().stream().flatMap(item -> claim(item).stream()).toList(),
        page.hasLastEvaluatedKey() ? UserRow.key(page.lastEvaluatedKey(), MAILBOX) : null);
  }

  private static Optional<Claim> claim(Map<String, AttributeValue> item) {
    @Nullable String sub = UserRow.text(item, SUB);
    return sub == null
        ? Optional.empty()
        : Optional.of(new Claim(UserRow.key(item, MAILBOX), sub, UserRow.time(item, "claimedAt")));
  }
}
