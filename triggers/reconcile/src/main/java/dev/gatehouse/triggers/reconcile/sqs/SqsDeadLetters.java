package dev.gatehouse.triggers.reconcile.sqs;

import dev.gatehouse.lambda.aws.AwsConnection;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The dead-letter queue of deferred users in SQS. */
public final class SqsDeadLetters implements DeadLetters {
  private static final Duration TIME_LIMIT = Duration.ofSeconds(3);

  /** Slow enough that the table, which has just come back, is not overrun. */
  private static final int PER_SECOND = 50;

  private final SqsClient client;
  private final String url;
  private final String arn;
  private final String destinationArn;

  private SqsDeadLetters(SqsClient client, String url, String arn, String destinationArn) {
    this.client = client;
    this.url = url;
    this.arn = arn;
    this.destinationArn = destinationArn;
  }

  /**
   * Returns the queue {@code DEAD_LETTER_QUEUE_URL}, or none if it is not set.
   *
   * @throws InvalidSetting if one of the others is missing
   */
  public static DeadLetters from(FunctionSettings settings) {
    @Nullable String url = settings.optional("DEAD_LETTER_QUEUE_URL");
    if (url == null) {
      return NONE;
    }
    SqsClient client =
        AwsConnection.shared()
            .of(
                SqsClient.builder(),
                settings.required("AWS_REGION", "the region of the queues"),
                all -> all.apiCallTimeout(TIME_LIMIT))
            .build();
    return new SqsDeadLetters(
        client,
        url,
        settings.required("DEAD_LETTER_QUEUE_ARN", "the ARN of the dead-letter queue"),
        settings.required("DEFERRED_USERS_QUEUE_ARN", "the ARN of the queue of deferred users"));
  }

  @Override
  public long count() {
    Map<QueueAttributeName, String> attributes =
        client
            .getQueueAttributes(
                get ->
                    get.queueUrl(url)
                        .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
            .attributes();
    return Long.parseLong(
        attributes.getOrDefault(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "0"));
  }

  @Override
  public void redrive() {
    client.startMessageMoveTask(
        start ->
            start
                .sourceArn(arn)
                .destinationArn(destinationArn)
                .maxNumberOfMessagesPerSecond(PER_SECOND));
  }
}
