package dev.gatehouse.triggers.customemailsender.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure.ALL_OLD;

import dev.gatehouse.lambda.aws.AwsConnection;
import dev.gatehouse.lambda.aws.CannedResponse;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import dev.gatehouse.triggers.customemailsender.SentCodes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** A record of sent codes in a DynamoDB table, whose time to live deletes expired rows. */
public final class DynamoDbSentCodes implements SentCodes {
  /**
   * Time limit of a call; the function calls once before the mail and once after it, within its
   * timeout of fifteen seconds.
   */
  private static final Duration CALL = Duration.ofSeconds(2);

  private static final Duration ATTEMPT = Duration.ofSeconds(1);
  private static final int ATTEMPTS = 2;

  /** Unclaimed, or the code has expired, or the lease has run out. */
  private static final String CLAIMABLE =
      "attribute_not_exists(#code) OR expiresAt < :second"
          + " OR (attribute_not_exists(sentAt) AND leaseUntil <= :now)";

  /** A condition that is never true: DynamoDB evaluates it and writes nothing. */
  private static final String NEVER = "attribute_exists(sentAt) AND attribute_not_exists(sentAt)";

  private final DynamoDbClient client;
  private final String table;
  private final Clock clock;
  private final String claimCondition;
  private final @Nullable String markCondition;

  /** Creates a record of sent codes in this table. */
  public DynamoDbSentCodes(DynamoDbClient client, String table, Clock clock) {
    this(client, table, clock, CLAIMABLE, null);
  }

  private DynamoDbSentCodes(
      DynamoDbClient client,
      String table,
      Clock clock,
      String claimCondition,
      @Nullable String markCondition) {
    this.client = client;
    this.table = table;
    this.clock = clock;
    this.claimCondition = claimCondition;
    this.markCondition = markCondition;
  }

  /**
   * Returns the record in the table {@code SENT_CODES_TABLE} of the region {@code AWS_REGION}.
   *
   * @throws InvalidSetting if one of these settings is missing
   */
  public static DynamoDbSentCodes from(FunctionSettings settings) {
    return new DynamoDbSentCodes(
        client(AwsConnection.shared(), settings),
        settings.required("SENT_CODES_TABLE", "the name of the DynamoDB table of sent codes"),
        Clock.systemUTC());
  }

  /**
   * Returns a record for priming, which sends the same requests to the same table but writes
   * nothing: their conditions are never true, and canned responses replace the table's errors.
   */
  public static DynamoDbSentCodes forPriming(FunctionSettings settings) {
    return new DynamoDbSentCodes(
        client(AwsConnection.forPriming(CannedResponse.always("{}")), settings),
        settings.required("SENT_CODES_TABLE", "the name of the DynamoDB table of sent codes"),
        Clock.systemUTC(),
        "(" + CLAIMABLE + ") AND " + NEVER,
        NEVER);
  }

  private static DynamoDbClient client(AwsConnection connection, FunctionSettings settings) {
    return connection
        .of(
            DynamoDbClient.builder(),
            settings.required("AWS_REGION", "the region of that table"),
            all ->
                all.apiCallTimeout(CALL)
                    .apiCallAttemptTimeout(ATTEMPT)
                    .retryStrategy(retry -> retry.maxAttempts(ATTEMPTS)))
        .build();
  }

  @Override
  public Claim claim(String key, Duration lifetime) {
    Instant now = clock.instant();
    Instant until = now.plus(LEASE);
    try {
      client.updateItem(
          update ->
              update
                  .tableName(table)
                  .key(Map.of("code", AttributeValue.fromS(key)))
                  .updateExpression("SET leaseUntil = :until, expiresAt = :end REMOVE sentAt")
                  .conditionExpression(claimCondition)
                  .expressionAttributeNames(Map.of("#code", "code"))
                  .expressionAttributeValues(
                      Map.of(
                          ":now", millis(now),
                          ":second", number(now.getEpochSecond()),
                          ":until", millis(until),
                          ":end", number(now.plus(lifetime).getEpochSecond())))
                  .returnValuesOnConditionCheckFailure(ALL_OLD));
      return new Claim.Granted(until);
    } catch (ConditionalCheckFailedException claimed) {
      return claimed.item().containsKey("sentAt")
          ? new Claim.AlreadySent()
          : new Claim.InProgress();
    }
  }

  @Override
  public void markSent(String key) {
    client.updateItem(
        update ->
            update
                .tableName(table)
                .key(Map.of("code", AttributeValue.fromS(key)))
                .updateExpression("SET sentAt = :now REMOVE leaseUntil")
                .conditionExpression(markCondition)
                .expressionAttributeValues(Map.of(":now", millis(clock.instant()))));
  }

  @Override
  public void release(String key, Claim.Granted claim) {
    try {
      client.updateItem(
          update ->
              update
                  .tableName(table)
                  .key(Map.of("code", AttributeValue.fromS(key)))
                  .updateExpression("SET leaseUntil = :zero")
                  .conditionExpression("leaseUntil = :mine")
                  .expressionAttributeValues(
                      Map.of(":zero", number(0), ":mine", millis(claim.until()))));
    } catch (ConditionalCheckFailedException expired) {
      // The claim has expired; another invocation may hold it now.
    }
  }

  private static AttributeValue millis(Instant instant) {
    return number(instant.toEpochMilli());
  }

  private static AttributeValue number(long number) {
    return AttributeValue.fromN(Long.toString(number));
  }
}
