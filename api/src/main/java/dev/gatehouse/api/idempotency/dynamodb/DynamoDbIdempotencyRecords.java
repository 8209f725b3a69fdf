package dev.gatehouse.api.idempotency.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure.ALL_OLD;

import dev.gatehouse.api.idempotency.CompletedResponse;
import dev.gatehouse.api.idempotency.IdempotencyRecords;
import dev.gatehouse.lambda.aws.AwsConnection;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The records in a DynamoDB table, whose time to live deletes expired rows. */
public final class DynamoDbIdempotencyRecords implements IdempotencyRecords {
  /**
   * Time limit of a call; a sign-up has one before and one after that to Cognito, which may take
   * ten of the function's fifteen seconds.
   */
  private static final Duration CALL = Duration.ofSeconds(2);

  private static final Duration ATTEMPT = Duration.ofSeconds(1);
  private static final int ATTEMPTS = 2;

  /**
   * Unclaimed, or expired (DynamoDB may take days to delete a row), or the lease has run out, or
   * claimed by an attempt of this call whose response was lost.
   */
  private static final String CLAIMABLE =
      "attribute_not_exists(id) OR expiresAt <= :second"
          + " OR (attribute_not_exists(#status) AND (leaseUntil <= :now OR #owner = :owner))";

  private static final String MINE = "#owner = :owner";

  private final DynamoDbClient client;
  private final String table;

  /** Creates records in a table. */
  public DynamoDbIdempotencyRecords(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /**
   * Returns the records in the table {@code IDEMPOTENCY_TABLE} of the region {@code AWS_REGION}.
   *
   * @throws InvalidSetting if one of these settings is missing
   */
  public static DynamoDbIdempotencyRecords from(FunctionSettings settings) {
    String table =
        settings.required(
            "IDEMPOTENCY_TABLE", "the name of the DynamoDB table of idempotency records");
    String region = settings.required("AWS_REGION", "the region of that table");
    return new DynamoDbIdempotencyRecords(client(region).build(), table);
  }

  /** Returns the builder of a client, so that a test can set another endpoint. */
  public static DynamoDbClientBuilder client(String region) {
    return AwsConnection.shared()
        .of(
            DynamoDbClient.builder(),
            region,
            all ->
                all.apiCallTimeout(CALL)
                    .apiCallAttemptTimeout(ATTEMPT)
                    .retryStrategy(retry -> retry.maxAttempts(ATTEMPTS)));
  }

  @Override
  public Claim claim(String id, String fingerprint, Instant now) {
    String owner = UUID.randomUUID().toString();
    try {
      client.updateItem(
          update ->
              update
                  .tableName(table)
                  .key(IdempotencyRow.key(id))
                  .updateExpression(
                      "SET fingerprint = :fingerprint, #owner = :owner, leaseUntil = :until,"
                          + " expiresAt = :end REMOVE #status, body, #sub, problem, detail")
                  .conditionExpression(CLAIMABLE)
                  .expressionAttributeNames(
                      Map.of("#owner", "owner", "#status", "status", "#sub", "sub"))
                  .expressionAttributeValues(
                      Map.of(
                          ":fingerprint", AttributeValue.fromS(fingerprint),
                          ":owner", AttributeValue.fromS(owner),
                          ":now", IdempotencyRow.number(now.toEpochMilli()),
                          ":second", IdempotencyRow.number(now.getEpochSecond()),
                          ":until", IdempotencyRow.number(now.plus(LEASE).toEpochMilli()),
                          ":end", IdempotencyRow.number(now.plus(LIFETIME).getEpochSecond())))
                  .returnValuesOnConditionCheckFailure(ALL_OLD));
      return new Claim.Granted(id, owner);
    } catch (ConditionalCheckFailedException claimed) {
      return IdempotencyRow.read(claimed.item());
    }
  }

  @Override
  public void complete(Claim.Granted claim, CompletedResponse response) {
    Map<String, AttributeValue> values = IdempotencyRow.of(response);
    Map<String, String> names = new HashMap<>(Map.of("#owner", "owner"));
    StringBuilder set = new StringBuilder("SET ");
    Map<String, AttributeValue> parameters = new HashMap<>();
    values.forEach(
        (name, value) -> {
          set.append(parameters.isEmpty() ? "" : ", ").append("#%1$s = :%1$s".formatted(name));
          names.put("#" + name, name);
          parameters.put(":" + name, value);
        });
    parameters.put(":owner", AttributeValue.fromS(claim.owner()));
    ifMine(
        () ->
            client.updateItem(
                update ->
                    update
                        .tableName(table)
                        .key(IdempotencyRow.key(claim.id()))
                        .updateExpression(set + " REMOVE leaseUntil")
                        .conditionExpression(MINE)
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(parameters)));
  }

  @Override
  public void release(Claim.Granted claim) {
    ifMine(
        () ->
            client.updateItem(
                update ->
                    update
                        .tableName(table)
                        .key(IdempotencyRow.key(claim.id()))
                        .updateExpression("SET leaseUntil = :zero")
                        .conditionExpression(MINE)
                        .expressionAttributeNames(Map.of("#owner", "owner"))
                        .expressionAttributeValues(
                            Map.of(
                                ":zero",
                                IdempotencyRow.number(0),
                                ":owner",
                                AttributeValue.fromS(claim.owner())))));
  }

  private static void ifMine(Runnable change) {
    try {
      change.run();
    } catch (ConditionalCheckFailedException expired) {
      // The lease has run out, and another request has claimed the key.
      return;
    }
  }
}
