package dev.gatehouse.triggers.customemailsender;

import static software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure.ALL_OLD;

import dev.gatehouse.functions.AwsConnection;
import dev.gatehouse.functions.RehearsedSuccess;
import dev.gatehouse.triggers.SettingInvalid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Remembers the codes that were sent in a DynamoDB table, which forgets them by itself. */
final class DynamoDbSentCodes implements SentCodes {
  /** Of the fifteen seconds of this function, once before the mail and once after it. */
  private static final Duration CALL = Duration.ofSeconds(2);

  private static final Duration ATTEMPT = Duration.ofSeconds(1);
  private static final int ATTEMPTS = 2;

  /** Nobody came before, or who came broke off, or it is so long ago that the code is dead. */
  private static final String FREE =
      "attribute_not_exists(#code) OR expiresAt < :second"
          + " OR (attribute_not_exists(sentAt) AND leaseUntil <= :now)";

  /** Never holds: DynamoDB goes the whole way and writes nothing. */
  private static final String NEVER = "attribute_exists(sentAt) AND attribute_not_exists(sentAt)";

  private final DynamoDbClient client;
  private final String table;
  private final Clock clock;
  private final String mayClaim;
  private final @Nullable String mayMark;

  DynamoDbSentCodes(DynamoDbClient client, String table, Clock clock) {
    this(client, table, clock, FREE, null);
  }

  private DynamoDbSentCodes(
      DynamoDbClient client, String table, Clock clock, String mayClaim, @Nullable String mayMark) {
    this.client = client;
    this.table = table;
    this.clock = clock;
    this.mayClaim = mayClaim;
    this.mayMark = mayMark;
  }

  /**
   * Connects to the table that {@code SENT_CODES_TABLE} names, in the region that {@code
   * AWS_REGION} names.
   *
   * @throws SettingInvalid if one of the two is missing
   */
  static DynamoDbSentCodes from(Map<String, String> environment) {
    return new DynamoDbSentCodes(
        client(AwsConnection.shared(), environment),
        setting(environment, "SENT_CODES_TABLE"),
        Clock.systemUTC());
  }

  /**
   * Goes the same way to the same table and remembers nothing: the table's refusal is read as a
   * success, and each call has a connection of its own that ends with it.
   */
  static DynamoDbSentCodes rehearsal(Map<String, String> environment) {
    return new DynamoDbSentCodes(
        client(AwsConnection.rehearsal(RehearsedSuccess.atOnce("{}")), environment),
        setting(environment, "SENT_CODES_TABLE"),
        Clock.systemUTC(),
        "(" + FREE + ") AND " + NEVER,
        NEVER);
  }

  private static DynamoDbClient client(AwsConnection connection, Map<String, String> environment) {
    return connection
        .of(
            DynamoDbClient.builder(),
            setting(environment, "AWS_REGION"),
            all ->
                all.apiCallTimeout(CALL)
                    .apiCallAttemptTimeout(ATTEMPT)
                    .retryStrategy(retry -> retry.maxAttempts(ATTEMPTS)))
        .build();
  }

  private static String setting(Map<String, String> environment, String name) {
    @Nullable String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new SettingInvalid(name, "is not set: it is where codes that were sent are remembered");
    }
    return value;
  }

  @Override
  public Claim claim(String key, Duration lifetime) {
    Instant now = clock.instant();
    Instant until = now.plus(LEASE);
    try {
      client.updateItem(update ->
          update
              .tableName(table)
              .key(Map.of("code", AttributeValue.fromS(key)))
              .updateExpression("SET leaseUntil = :until, expiresAt = :end REMOVE sentAt")
              .conditionExpression(mayClaim)
              .expressionAttributeNames(Map.of("#code", "code"))
              .expressionAttributeValues(
                  Map.of(
                      ":now", millis(now),
                      ":second", number(now.getEpochSecond()),
                      ":until", millis(until),
                      ":end", number(now.plus(lifetime).getEpochSecond())))
              .returnValuesOnConditionCheckFailure(ALL_OLD));
      return new Claim.Granted(until);
    } catch (ConditionalCheckFailedException taken) {
      return taken.item().containsKey("sentAt") ? new Claim.AlreadySent() : new Claim.Held();
    }
  }

  @Override
  public void sent(String key) {
    client.updateItem(update ->
        update
            .tableName(table)
            .key(Map.of("code", AttributeValue.fromS(key)))
            .updateExpression("SET sentAt = :now REMOVE leaseUntil")
            .conditionExpression(mayMark)
            .expressionAttributeValues(Map.of(":now", millis(clock.instant()))));
  }

  @Override
  public void release(String key, Claim.Granted claim) {
    try {
      client.updateItem(update ->
          update
              .tableName(table)
              .key(Map.of("code", AttributeValue.fromS(key)))
              .updateExpression("SET leaseUntil = :zero")
              .conditionExpression("leaseUntil = :mine")
              .expressionAttributeValues(
                  Map.of(":zero", number(0), ":mine", millis(claim.until()))));
    } catch (ConditionalCheckFailedException noLongerOurs) {
      // It ended, and somebody else has it now: theirs to keep.
    }
  }

  private static AttributeValue millis(Instant instant) {
    return number(instant.toEpochMilli());
  }

  private static AttributeValue number(long number) {
    return AttributeValue.fromN(Long.toString(number));
  }
}
