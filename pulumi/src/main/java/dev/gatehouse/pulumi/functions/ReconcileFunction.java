package dev.gatehouse.pulumi.functions;

import dev.gatehouse.pulumi.cognito.SignUpUserPool;
import dev.gatehouse.pulumi.data.UserStorage;
import dev.gatehouse.pulumi.iam.InlinePolicy;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.ArrayList;
import java.util.List;

/** The function that writes the missing rows of the pool's users and finds rows without one. */
final class ReconcileFunction {
  /** Lambda's maximum: the function pages through the whole pool. */
  private static final int TIMEOUT_SECONDS = 15 * 60;

  private ReconcileFunction() {}

  static JavaFunction of(
      StackConfig config, JavaFunctions functions, UserStorage storage, SignUpUserPool pool) {
    return functions.create(
        new FunctionSpec(
            FunctionModule.RECONCILE,
            TIMEOUT_SECONDS,
            new FunctionEnvironment()
                .with("USERS_TABLE", storage.users().name())
                .with("USER_POOL_ID", pool.id())
                .with(config.reconcileDifferences().variables())
                .withOutputs(storage.mailboxes().variables())
                .variables(),
            policies(config.reconcileDifferences().repairs(), storage, pool)));
  }

  /** Only a function that removes rows and frees mailboxes may delete them. */
  private static List<InlinePolicy> policies(
      boolean repairs, UserStorage storage, SignUpUserPool pool) {
    List<String> users =
        new ArrayList<>(
            List.of(
                "dynamodb:ConditionCheckItem",
                "dynamodb:GetItem",
                "dynamodb:PutItem",
                "dynamodb:Scan",
                "dynamodb:UpdateItem"));
    List<String> mailboxes = new ArrayList<>(List.of("dynamodb:PutItem"));
    if (repairs) {
      users.add("dynamodb:DeleteItem");
      mailboxes.addAll(List.of("dynamodb:DeleteItem", "dynamodb:Scan"));
    }
    List<InlinePolicy> policies = new ArrayList<>();
    policies.add(storage.users().policy(sorted(users)));
    policies.add(pool.policy("cognito-idp:AdminGetUser", "cognito-idp:ListUsers"));
    policies.addAll(storage.mailboxes().policy(sorted(mailboxes)));
    return policies;
  }

  private static String[] sorted(List<String> actions) {
    return actions.stream().sorted().toArray(String[]::new);
  }
}
