package dev.gatehouse.pulumi.functions;

import com.pulumi.core.Output;
import dev.gatehouse.pulumi.data.PasswordNoticesQueue;
import dev.gatehouse.pulumi.data.UserStorage;
import dev.gatehouse.pulumi.iam.InlinePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The post confirmation trigger, which writes the row of a confirmed user. */
final class PostConfirmationFunction {
  private PostConfirmationFunction() {}

  static JavaFunction of(
      JavaFunctions functions, UserStorage storage, Optional<PasswordNoticesQueue> notices) {
    List<InlinePolicy> policies = new ArrayList<>();
    policies.add(storage.users().policy("dynamodb:ConditionCheckItem", "dynamodb:PutItem"));
    policies.add(storage.deferredUsers().policy("sqs:SendMessage"));
    policies.addAll(storage.mailboxes().policy("dynamodb:PutItem"));
    notices.ifPresent(queue -> policies.add(queue.policy("sqs:SendMessage")));
    Map<String, Output<String>> noticesUrl =
        notices.map(queue -> Map.of("PASSWORD_NOTICES_QUEUE_URL", queue.url())).orElseGet(Map::of);
    return functions.create(
        new FunctionSpec(
            FunctionModule.POST_CONFIRMATION,
            TriggerFunctions.TIMEOUT_SECONDS,
            new FunctionEnvironment()
                .with("USERS_TABLE", storage.users().name())
                .with("DEFERRED_USERS_QUEUE_URL", storage.deferredUsers().url())
                .withOutputs(storage.mailboxes().variables())
                .withOutputs(noticesUrl)
                .variables(),
            policies));
  }
}
