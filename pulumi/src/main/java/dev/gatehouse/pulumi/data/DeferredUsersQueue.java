package dev.gatehouse.pulumi.data;

import com.pulumi.aws.sqs.Queue;
import com.pulumi.aws.sqs.QueueArgs;
import com.pulumi.core.Output;
import dev.gatehouse.pulumi.iam.InlinePolicy;
import dev.gatehouse.pulumi.iam.PolicyDocuments;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.Locale;

/** The queue of the rows that could not be written yet, and its dead-letter queue. */
public record DeferredUsersQueue(Queue queue, Queue deadLetterQueue) {
  /** The name of the queue, without the prefix of the stack. */
  public static final String NAME = "deferred-users";

  /** The name of the dead-letter queue, without the prefix of the stack. */
  public static final String DEAD_LETTER_QUEUE_NAME = "deferred-users-dead-letters";

  /** The timeout of the function that receives the messages; it writes a whole batch. */
  public static final int FUNCTION_TIMEOUT_SECONDS = 20;

  /** AWS recommends six times the timeout of the function. */
  private static final int VISIBILITY_TIMEOUT_SECONDS = 6 * FUNCTION_TIMEOUT_SECONDS;

  /**
   * One receive per visibility timeout for a day, so that no outage of hours fills the other queue.
   */
  private static final int MAX_RECEIVE_COUNT = 24 * 60 * 60 / VISIBILITY_TIMEOUT_SECONDS;

  private static final int FOURTEEN_DAYS = 14 * 24 * 60 * 60;

  static DeferredUsersQueue of(StackConfig config) {
    // Not protected as the pool and the table are: Cognito has the same data.
    Queue deadLetterQueue =
        new Queue(DEAD_LETTER_QUEUE_NAME, args(config, DEAD_LETTER_QUEUE_NAME).build());
    Queue queue =
        new Queue(
            NAME,
            args(config, NAME)
                .visibilityTimeoutSeconds(VISIBILITY_TIMEOUT_SECONDS)
                .redrivePolicy(deadLetterQueue.arn().applyValue(DeferredUsersQueue::redrivePolicy))
                .build());
    return new DeferredUsersQueue(queue, deadLetterQueue);
  }

  /** Returns a policy that allows these actions on the queue. */
  public InlinePolicy policy(String... actions) {
    return new InlinePolicy(
        NAME, queue.arn().applyValue(arn -> PolicyDocuments.allow(arn, actions)));
  }

  /** Returns the ARN of the queue. */
  public Output<String> arn() {
    return queue.arn();
  }

  /** Returns the URL of the queue. */
  public Output<String> url() {
    return queue.url();
  }

  /** Returns the URL of the dead-letter queue. */
  public Output<String> deadLetterQueueUrl() {
    return deadLetterQueue.url();
  }

  private static String redrivePolicy(String deadLetterQueueArn) {
    return String.format(
        Locale.ROOT,
        "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":%d}",
        deadLetterQueueArn,
        MAX_RECEIVE_COUNT);
  }

  private static QueueArgs.Builder args(StackConfig config, String name) {
    return QueueArgs.builder()
        .name(config.named(name))
        .messageRetentionSeconds(FOURTEEN_DAYS)
        .sqsManagedSseEnabled(true);
  }
}
