package dev.gatehouse.pulumi.data;

import com.pulumi.aws.sqs.Queue;
import com.pulumi.aws.sqs.QueueArgs;
import com.pulumi.core.Output;
import dev.gatehouse.pulumi.iam.InlinePolicy;
import dev.gatehouse.pulumi.iam.PolicyDocuments;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.List;
import java.util.Locale;

/**
 * The queue of the rows that could not be written yet, and its dead-letter queue, from which
 * reconcile moves them back.
 *
 * @param refused the queue of messages that are not tried again
 */
public record DeferredUsersQueue(Queue queue, Queue deadLetterQueue, Queue refused) {
  /** The name of the queue, without the prefix of the stack. */
  public static final String NAME = "deferred-users";

  /** The name of the dead-letter queue, without the prefix of the stack. */
  public static final String DEAD_LETTER_QUEUE_NAME = "deferred-users-dead-letters";

  /** The name of the queue of messages not tried again, without the prefix of the stack. */
  public static final String REFUSED_NAME = "deferred-users-refused";

  /** The timeout of the function that receives the messages; it writes a whole batch. */
  public static final int FUNCTION_TIMEOUT_SECONDS = 20;

  /** AWS recommends six times the timeout of the function. */
  private static final int VISIBILITY_TIMEOUT_SECONDS = 6 * FUNCTION_TIMEOUT_SECONDS;

  /**
   * Receives for a day, or for a week if the function hides messages longer and longer, so that no
   * outage of hours fills the other queue.
   */
  public static final int MAX_RECEIVE_COUNT = 24 * 60 * 60 / VISIBILITY_TIMEOUT_SECONDS;

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
    Queue refused = new Queue(REFUSED_NAME, args(config, REFUSED_NAME).build());
    return new DeferredUsersQueue(queue, deadLetterQueue, refused);
  }

  /** Returns a policy that allows these actions on the queue. */
  public InlinePolicy policy(String... actions) {
    return new InlinePolicy(
        NAME, queue.arn().applyValue(arn -> PolicyDocuments.allow(arn, actions)));
  }

  /** Returns a policy that allows sending messages to the queue of those not tried again. */
  public InlinePolicy refusedPolicy() {
    return new InlinePolicy(
        "refused-users",
        refused.arn().applyValue(arn -> PolicyDocuments.allow(arn, "sqs:SendMessage")));
  }

  /** Returns the policies that allow moving messages of the dead-letter queue back. */
  public List<InlinePolicy> redrivePolicies() {
    return List.of(
        policy("sqs:SendMessage"),
        new InlinePolicy(
            "dead-letters",
            deadLetterQueue
                .arn()
                .applyValue(
                    arn ->
                        PolicyDocuments.allow(
                            arn,
                            "sqs:DeleteMessage",
                            "sqs:GetQueueAttributes",
                            "sqs:ReceiveMessage",
                            "sqs:StartMessageMoveTask"))));
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
    return DataEncryption.ofQueue(config)
        .name(config.named(name))
        .messageRetentionSeconds(FOURTEEN_DAYS);
  }
}
