package dev.gatehouse.triggers.postconfirmation.sqs;

import dev.gatehouse.lambda.aws.AwsConnection;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import dev.gatehouse.triggers.postconfirmation.DeferredUsers;
import dev.gatehouse.users.User;
import dev.gatehouse.users.json.UserJson;
import java.time.Duration;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The SQS queue of rows that the users table did not take. */
public final class SqsDeferredUsers implements DeferredUsers {
  private static final String QUEUE = "DEFERRED_USERS_QUEUE_URL";

  /**
   * Time limit of a call: after 1.8 seconds for the tables, one second is left for the function.
   */
  private static final Duration TIME_LIMIT = Duration.ofMillis(1_200);

  private static final Duration ATTEMPT = Duration.ofSeconds(1);
  private static final int ATTEMPTS = 2;

  private final UserJson json = new UserJson();
  private final String region;
  private final String queueUrl;

  private SqsDeferredUsers(String region, String queueUrl) {
    this.region = region;
    this.queueUrl = queueUrl;
  }

  /**
   * Returns the queue {@code DEFERRED_USERS_QUEUE_URL} in the region {@code AWS_REGION}.
   *
   * @throws InvalidSetting if one of the two is missing
   */
  public static SqsDeferredUsers from(FunctionSettings settings) {
    return new SqsDeferredUsers(
        settings.required("AWS_REGION", "the region of the queue"),
        settings.required(QUEUE, "the URL of the SQS queue of deferred users"));
  }

  /** Queues a row with a client of its own: few processes ever need one. */
  @Override
  public void defer(User user) {
    try (SqsClient client = client()) {
      client.sendMessage(send -> send.queueUrl(queueUrl).messageBody(json.write(user)));
    }
  }

  private SqsClient client() {
    return AwsConnection.shared()
        .of(
            SqsClient.builder(),
            region,
            all ->
                all.apiCallTimeout(TIME_LIMIT)
                    .apiCallAttemptTimeout(ATTEMPT)
                    .retryStrategy(retry -> retry.maxAttempts(ATTEMPTS)))
        .build();
  }
}
