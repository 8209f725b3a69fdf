package dev.gatehouse.triggers.deferredusers;

import dev.gatehouse.functions.AwsConnection;
import dev.gatehouse.triggers.SettingInvalid;
import dev.gatehouse.users.User;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Keeps the rows that could not be written in an SQS queue. */
public final class SqsDeferredUsers implements DeferredUsers {
  private static final String QUEUE = "DEFERRED_USERS_QUEUE_URL";

  /** After the 1.8 seconds that the table was given, this leaves the function one to answer. */
  private static final Duration CALL = Duration.ofMillis(1_200);

  private static final Duration ATTEMPT = Duration.ofSeconds(1);
  private static final int ATTEMPTS = 2;

  private final DeferredRow row = new DeferredRow();
  private final String region;
  private final String queueUrl;

  private SqsDeferredUsers(String region, String queueUrl) {
    this.region = region;
    this.queueUrl = queueUrl;
  }

  /**
   * Means the queue that {@code DEFERRED_USERS_QUEUE_URL} names, in the region that {@code
   * AWS_REGION} names.
   *
   * @throws SettingInvalid if one of the two is missing
   */
  public static SqsDeferredUsers from(Map<String, String> environment) {
    return new SqsDeferredUsers(setting(environment, "AWS_REGION"), setting(environment, QUEUE));
  }

  /** Connects only now: hardly any process ever comes here, and all would pay for it. */
  @Override
  public void defer(User user) {
    try (SqsClient client = client()) {
      client.sendMessage(send -> send.queueUrl(queueUrl).messageBody(row.write(user)));
    }
  }

  private SqsClient client() {
    return AwsConnection.shared()
        .of(
            SqsClient.builder(),
            region,
            all ->
                all.apiCallTimeout(CALL)
                    .apiCallAttemptTimeout(ATTEMPT)
                    .retryStrategy(retry -> retry.maxAttempts(ATTEMPTS)))
        .build();
  }

  private static String setting(Map<String, String> environment, String name) {
    @Nullable String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new SettingInvalid(name, "is not set: it is where rows wait that cannot be written");
    }
    return value;
  }
}
