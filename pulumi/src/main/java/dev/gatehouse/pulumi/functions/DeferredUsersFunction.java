package dev.gatehouse.pulumi.functions;

import com.pulumi.aws.lambda.EventSourceMapping;
import com.pulumi.aws.lambda.EventSourceMappingArgs;
import com.pulumi.aws.lambda.inputs.EventSourceMappingScalingConfigArgs;
import dev.gatehouse.pulumi.data.DeferredUsersQueue;
import dev.gatehouse.pulumi.data.UserStorage;
import dev.gatehouse.pulumi.iam.InlinePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The function that writes the rows of the queue into the users table. */
public final class DeferredUsersFunction {
  private static final int BATCH_SIZE = 5;

  /** After an outage, the rows that waited must not take the concurrency of the triggers. */
  private static final int MAXIMUM_CONCURRENCY = 5;

  private DeferredUsersFunction() {}

  /** Declares the function and connects it to the queue. */
  public static void of(JavaFunctions functions, UserStorage storage) {
    JavaFunction function = function(functions, storage);
    new EventSourceMapping(
        "deferred-users",
        EventSourceMappingArgs.builder()
            .eventSourceArn(storage.deferredUsers().arn())
            .functionName(function.arn())
            .batchSize(BATCH_SIZE)
            .functionResponseTypes("ReportBatchItemFailures")
            .scalingConfig(
                EventSourceMappingScalingConfigArgs.builder()
                    .maximumConcurrency(MAXIMUM_CONCURRENCY)
                    .build())
            .build());
  }

  private static JavaFunction function(JavaFunctions functions, UserStorage storage) {
    List<InlinePolicy> policies = new ArrayList<>();
    policies.add(storage.users().policy("dynamodb:ConditionCheckItem", "dynamodb:PutItem"));
    policies.add(
        storage
            .deferredUsers()
            .policy(
                "sqs:ChangeMessageVisibility",
                "sqs:DeleteMessage",
                "sqs:GetQueueAttributes",
                "sqs:ReceiveMessage"));
    policies.add(storage.deferredUsers().refusedPolicy());
    policies.addAll(storage.mailboxes().policy("dynamodb:PutItem"));
    return functions.create(
        new FunctionSpec(
            FunctionModule.DEFERRED_USERS,
            DeferredUsersQueue.FUNCTION_TIMEOUT_SECONDS,
            new FunctionEnvironment()
                .with("USERS_TABLE", storage.users().name())
                .with("DEFERRED_USERS_QUEUE_URL", storage.deferredUsers().url())
                .with("REFUSED_USERS_QUEUE_URL", storage.deferredUsers().refused().url())
                .with(
                    Map.of(
                        "DEFERRED_USERS_MAX_RECEIVES",
                        String.valueOf(DeferredUsersQueue.MAX_RECEIVE_COUNT)))
                .withOutputs(storage.mailboxes().variables())
                .variables(),
            policies));
  }
}
