package dev.gatehouse.users;

import dev.gatehouse.functions.RehearsedSuccess;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Keeps whose a mailbox is in a DynamoDB table. */
public final class DynamoDbMailboxes implements Mailboxes {
  private static final String MAILBOX = "mailbox";
  private static final String SUB = "sub";

  /** Cognito may call three times for one confirmation. */
  private static final String FREE_OR_OURS = "attribute_not_exists(#mailbox) OR #sub = :sub";

  /** Never holds: DynamoDB goes the whole way and writes nothing. */
  private static final String NEVER =
      "attribute_not_exists(#mailbox) AND attribute_exists(#mailbox) AND #sub = :sub";

  private final DynamoDbClient client;
  private final String tableName;
  private final String mayClaim;

  DynamoDbMailboxes(DynamoDbClient client, String tableName) {
    this(client, tableName, FREE_OR_OURS);
  }

  private DynamoDbMailboxes(DynamoDbClient client, String tableName, String mayClaim) {
    this.client = client;
    this.tableName = tableName;
    this.mayClaim = mayClaim;
  }

  /**
   * Connects to the table that {@code MAILBOXES_TABLE} names, in the region that {@code AWS_REGION}
   * names, and gives a call up after this time.
   *
   * @throws IllegalStateException if one of the two is missing
   */
  public static DynamoDbMailboxes from(Map<String, String> environment, Duration call) {
    return new DynamoDbMailboxes(
        DynamoDbConnection.from(environment, call), tableName(environment));
  }

  /**
   * Goes the same way to the same table, but claims nothing and keeps no connection, as {@link
   * DynamoDbUsers#rehearsal} does.
   */
  public static DynamoDbMailboxes rehearsal(Map<String, String> environment, Duration call) {
    return new DynamoDbMailboxes(
        DynamoDbConnection.rehearsal(environment, call, RehearsedSuccess.afterOneAnswer("{}")),
        tableName(environment),
        NEVER);
  }

  private static String tableName(Map<String, String> environment) {
    return DynamoDbConnection.setting(
        environment, "MAILBOXES_TABLE", "the name of the DynamoDB table of claimed mailboxes");
  }

  @Override
  public boolean claim(String mailbox, String sub, Instant now) {
    try {
      client.putItem(put ->
          put.tableName(tableName)
              .item(
                  Map.of(
                      MAILBOX,
                      AttributeValue.fromS(mailbox),
                      SUB,
                      AttributeValue.fromS(sub),
                      "claimedAt",
                      AttributeValue.fromS(now.toString())))
              .conditionExpression(mayClaim)
              .expressionAttributeNames(Map.of("#mailbox", MAILBOX, "#sub", SUB))
              .expressionAttributeValues(Map.of(":sub", AttributeValue.fromS(sub))));
      return true;
    } catch (ConditionalCheckFailedException anothers) {
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
}
