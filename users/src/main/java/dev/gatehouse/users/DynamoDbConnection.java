package dev.gatehouse.users;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Connects to DynamoDB as the functions do: soon, or not at all. */
final class DynamoDbConnection {
  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Duration SILENCE = Duration.ofSeconds(2);
  private static final int ATTEMPTS = 3;

  private DynamoDbConnection() {}

  static DynamoDbClient from(Map<String, String> environment, Duration call) {
    return client(environment, call, all -> {});
  }

  /** Gives each call a connection of its own that ends with it, and answers as rehearsed. */
  static DynamoDbClient rehearsal(
      Map<String, String> environment, Duration call, RehearsedSuccess answers) {
    return client(
        environment,
        call,
        all -> all.putHeader("Connection", "close").addExecutionInterceptor(answers));
  }

  private static DynamoDbClient client(
      Map<String, String> environment,
      Duration call,
      Consumer<ClientOverrideConfiguration.Builder> more) {
    String region = setting(environment, "AWS_REGION", "the region of that table");
    return DynamoDbClient.builder()
        .region(Region.of(region))
        .credentialsProvider(FunctionCredentials.provider())
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(SILENCE))
        .overrideConfiguration(all -> {
          all.apiCallTimeout(call).retryStrategy(retry -> retry.maxAttempts(ATTEMPTS));
          more.accept(all);
        })
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
