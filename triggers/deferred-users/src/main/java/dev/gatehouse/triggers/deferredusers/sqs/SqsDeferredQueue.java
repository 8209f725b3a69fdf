package dev.gatehouse.triggers.deferredusers.sqs;

import dev.gatehouse.lambda.aws.AwsConnection;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import dev.gatehouse.triggers.deferredusers.DeferredQueue;
import java.time.Duration;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The SQS queue of deferred users, and that of messages which are not tried again. */
public final class SqsDeferredQueue implements DeferredQueue {
  /** Time limit of a call: the next message waits. */
  private static final Duration TIME_LIMIT = Duration.ofSeconds(1);

  private static final Duration ATTEMPT = Duration.ofMillis(800);
  private static final int ATTEMPTS = 2;

  private final SqsClient client;
  private final String url;
  private final String refusedUrl;

  private SqsDeferredQueue(SqsClient client, String url, String refusedUrl) {
    this.client = client;
    this.url = url;
    this.refusedUrl = refusedUrl;
  }

  /**
   * Returns the queues {@code DEFERRED_USERS_QUEUE_URL} and {@code REFUSED_USERS_QUEUE_URL}.
   *
   * @throws InvalidSetting if one of the two, or {@code AWS_REGION}, is missing
   */
  public static SqsDeferredQueue from(FunctionSettings settings) {
    String region = settings.required("AWS_REGION", "the region of the queue");
    SqsClient client =
        AwsConnection.shared()
            .of(
                SqsClient.builder(),
                region,
                all ->
                    all.apiCallTimeout(TIME_LIMIT)
                        .apiCallAttemptTimeout(ATTEMPT)
                        .retryStrategy(retry -> retry.maxAttempts(ATTEMPTS)))
            .build();
    return new SqsDeferredQueue(
        client,
        settings.required("DEFERRED_USERS_QUEUE_URL", "the URL of the SQS queue of deferred users"),
        settings.required(
            "REFUSED_USERS_QUEUE_URL", "the URL of the SQS queue of messages not tried again"));
  }

  @Override
  public void hide(String receiptHandle, Duration time) {
    client.changeMessageVisibility(
        change ->
            change
                .queueUrl(url)
                .receiptHandle(receiptHandle)
                .visibilityTimeout((int) time.toSeconds()));
  }

  @Override
  public void refuse(String body) {
    client.sendMessage(send -> send.queueUrl(refusedUrl).messageBody(body));
  }
}
