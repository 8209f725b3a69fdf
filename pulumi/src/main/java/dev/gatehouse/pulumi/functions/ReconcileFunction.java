package dev.gatehouse.pulumi.functions;

import dev.gatehouse.pulumi.cognito.SignUpUserPool;
import dev.gatehouse.pulumi.data.UserStorage;
import dev.gatehouse.pulumi.iam.InlinePolicy;
import java.util.ArrayList;
import java.util.List;

/** The function that writes the missing rows of the pool's users. */
final class ReconcileFunction {
  /** Lambda's maximum: the function pages through the whole pool. */
  private static final int TIMEOUT_SECONDS = 15 * 60;

  private ReconcileFunction() {}

  static JavaFunction of(JavaFunctions functions, UserStorage storage, SignUpUserPool pool) {
    List<InlinePolicy> policies = new ArrayList<>();
    policies.add(
        storage
            .users()
            .policy(
                "dynamodb:ConditionCheckItem",
                "dynamodb:GetItem",
                "dynamodb:PutItem",
                "dynamodb:UpdateItem"));
    policies.add(pool.policy("cognito-idp:ListUsers"));
    policies.addAll(storage.mailboxes().policy("dynamodb:PutItem"));
    return functions.create(
        new FunctionSpec(
            FunctionModule.RECONCILE,
            TIMEOUT_SECONDS,
            new FunctionEnvironment()
                .with("USERS_TABLE", storage.users().name())
                .with("USER_POOL_ID", pool.id())
                .withOutputs(storage.mailboxes().variables())
                .variables(),
            policies));
  }
}
