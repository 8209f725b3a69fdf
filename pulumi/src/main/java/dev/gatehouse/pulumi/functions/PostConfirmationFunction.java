package dev.gatehouse.pulumi.functions;

import dev.gatehouse.pulumi.data.UserStorage;
import dev.gatehouse.pulumi.iam.InlinePolicy;
import java.util.ArrayList;
import java.util.List;

/** The post confirmation trigger, which writes the row of a confirmed user. */
final class PostConfirmationFunction {
  private PostConfirmationFunction() {}

  static JavaFunction of(JavaFunctions functions, UserStorage storage) {
    List<InlinePolicy> policies = new ArrayList<>();
    policies.add(storage.users().policy("dynamodb:PutItem"));
    policies.add(storage.deferredUsers().policy("sqs:SendMessage"));
    policies.addAll(storage.mailboxes().policy("dynamodb:PutItem"));
    return functions.create(
        new FunctionSpec(
            FunctionModule.POST_CONFIRMATION,
            TriggerFunctions.TIMEOUT_SECONDS,
            new FunctionEnvironment()
                .with("USERS_TABLE", storage.users().name())
                .with("DEFERRED_USERS_QUEUE_URL", storage.deferredUsers().url())
                .withOutputs(storage.mailboxes().variables())
                .variables(),
            policies));
  }
}
