package dev.gatehouse.users.dynamodb;

import dev.gatehouse.lambda.aws.AwsConnection;
import dev.gatehouse.lambda.aws.CannedResponse;
import dev.gatehouse.lambda.settings.FunctionSettings;
import java.time.Duration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** DynamoDB clients with the time limits of the functions. */
final class DynamoDbConnection {
  private static final Duration ATTEMPT = Duration.ofSeconds(2);
  private static final int ATTEMPTS = 3;

  private DynamoDbConnection() {}

  /** Returns a client on the connection of this process. */
  static DynamoDbClient from(FunctionSettings settings, Duration timeLimit) {
    return client(AwsConnection.shared(), settings, timeLimit);
  }

  /** Returns a client that keeps no connection and returns canned responses. */
  static DynamoDbClient forPriming(
      FunctionSettings settings, Duration timeLimit, CannedResponse response) {
    return client(AwsConnection.forPriming(response), settings, timeLimit);
  }

  private static DynamoDbClient client(
      AwsConnection connection, FunctionSettings settings, Duration timeLimit) {
    String region = settings.required("AWS_REGION", "the region of that table");
    return connection
        .of(
            DynamoDbClient.builder(),
            region,
            all ->
                all.apiCallTimeout(timeLimit)
                    .apiCallAttemptTimeout(ATTEMPT)
                    .retryStrategy(
                        retry ->
                            retry
                                .maxAttempts(ATTEMPTS)
                                .retryOnException(DynamoDbConnection::isConflict)))
        .build();
  }

  /** Returns whether another write of the same item was under way; the SDK does not retry it. */
  private static boolean isConflict(Throwable failure) {
    return failure instanceof TransactionConflictException
        || (failure instanceof TransactionCanceledException cancelled
            && cancelled.cancellationReasons().stream()
                .anyMatch(reason -> "TransactionConflict".equals(reason.code())));
  }
}
