package dev.gatehouse.pulumi.data;

import com.pulumi.aws.sqs.Queue;
import com.pulumi.core.Output;
import dev.gatehouse.pulumi.iam.InlinePolicy;
import dev.gatehouse.pulumi.iam.PolicyDocuments;
import dev.gatehouse.pulumi.settings.StackConfig;

/**
 * The queue of notices that a password was changed, between post confirmation and the function that
 * sends mails. It has no dead-letter queue: after a quarter of an hour a notice has lost its use,
 * and each failure is counted as a mail that was not sent.
 */
public record PasswordNoticesQueue(Queue queue) {
  private static final String NAME = "password-notices";
  private static final int QUARTER_OF_AN_HOUR = 15 * 60;

  /** Declares the queue for a function with this timeout. */
  public static PasswordNoticesQueue of(StackConfig config, int functionTimeoutSeconds) {
    return new PasswordNoticesQueue(
        new Queue(
            NAME,
            DataEncryption.ofQueue(config)
                .name(config.named(NAME))
                .messageRetentionSeconds(QUARTER_OF_AN_HOUR)
                .visibilityTimeoutSeconds(6 * functionTimeoutSeconds)
                .build()));
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
}
