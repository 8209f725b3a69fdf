package dev.gatehouse.users;

import dev.gatehouse.functions.AwsConnection;
import dev.gatehouse.functions.RehearsedSuccess;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Connects to DynamoDB as the functions do: soon, or not at all. */
final class DynamoDbConnection {
  private static final Duration ATTEMPT = Duration.ofSeconds(2);
  private static final int ATTEMPTS = 3;

  private DynamoDbConnection() {}

  static DynamoDbClient from(Map<String, String> environment, Duration call) {
    return client(AwsConnection.shared(), environment, call);
  }

  /** Reaches the tables likewise, keeps no connection, and answers as rehearsed. */
  static DynamoDbClient rehearsal(
      Map<String, String> environment, Duration call, RehearsedSuccess answers) {
    return client(AwsConnection.rehearsal(answers), environment, call);
  }

  private static DynamoDbClient client(
      AwsConnection connection, Map<String, String> environment, Duration call) {
    String region = setting(environment, "AWS_REGION", "the region of that table");
    return connection
        .of(
            DynamoDbClient.builder(),
            region,
            all ->
                all.apiCallTimeout(call)
                    .apiCallAttemptTimeout(ATTEMPT)
                    .retryStrategy(retry -> retry.maxAttempts(ATTEMPTS)))
        .build();
  }

  static String setting(Map<String, String> environment, String name, String meaning) {
    @Nullable String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(name + " is not set: give it " + meaning);
    }
    return value;
  }
}
