package dev.gatehouse.pulumi;

import com.pulumi.aws.lambda.EventSourceMapping;
import com.pulumi.aws.lambda.EventSourceMappingArgs;
import com.pulumi.aws.sqs.Queue;
import com.pulumi.aws.sqs.QueueArgs;
import com.pulumi.core.Output;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.ArrayList;
import java.util.List;

/**
 * Are the rows that post confirmation could not write: the queue in which they wait, the function
 * that writes them, and the queue for what it could not write either.
 */
record DeferredUsers(Queue queue, Queue dead) {
  /** The table is given up after three seconds; a whole batch fits. */
  private static final int SECONDS = 20;

  private static final int BATCH = 5;

  /** What AWS advises: six times what a call may last. */
  private static final int HIDDEN_SECONDS = 6 * SECONDS;

  private static final int ATTEMPTS = 5;
  private static final int FOURTEEN_DAYS = 14 * 24 * 60 * 60;

  static DeferredUsers of(StackConfig config) {
    // Not protected as pool and table are: what waits here, Cognito knows as well.
    Queue dead = new Queue("deferred-users-dead", kept(config, "deferred-users-dead").build());
    Queue queue =
        new Queue(
            "deferred-users",
            kept(config, "deferred-users")
                .visibilityTimeoutSeconds(HIDDEN_SECONDS)
                .redrivePolicy(dead.arn().applyValue(arn -> Policies.laidAside(arn, ATTEMPTS)))
                .build());
    return new DeferredUsers(queue, dead);
  }

  /** Returns the function that writes what waits here into the table. */
  JavaFunction drain(StackConfig config, Archives archives, UsersTable users, Mailboxes mailboxes) {
    List<JavaFunction.Grant> rights = new ArrayList<>();
    rights.add(users.grant("dynamodb:PutItem"));
    rights.add(grant("sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"));
    rights.addAll(mailboxes.grant("dynamodb:PutItem"));
    JavaFunction function =
        new JavaFunction(
            config,
            "deferred-users",
            new JavaFunction.Spec(
                "dev.gatehouse.triggers.deferredusers.DeferredUsersHandler",
                archives.triggersData(),
                SECONDS,
                new Environment()
                    .with("USERS_TABLE", users.name())
                    .withOutputs(mailboxes.variables())
                    .variables(),
                rights));
    new EventSourceMapping(
        "deferred-users",
        EventSourceMappingArgs.builder()
            .eventSourceArn(queue.arn())
            .functionName(function.arn())
            .batchSize(BATCH)
            .functionResponseTypes("ReportBatchItemFailures")
            .build());
    return function;
  }

  /** Returns the right to do these things to messages of the queue, for the role of a function. */
  JavaFunction.Grant grant(String... actions) {
    return new JavaFunction.Grant(
        "deferred-users", queue.arn().applyValue(arn -> Policies.messages(arn, actions)));
  }

  Output<String> url() {
    return queue.url();
  }

  Output<String> deadUrl() {
    return dead.url();
  }

  private static QueueArgs.Builder kept(StackConfig config, String name) {
    return QueueArgs.builder()
        .name(config.named(name))
        .messageRetentionSeconds(FOURTEEN_DAYS)
        .sqsManagedSseEnabled(true);
  }
}
