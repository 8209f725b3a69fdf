package dev.gatehouse.pulumi.functions;

import dev.gatehouse.pulumi.cognito.SignUpUserPool;
import dev.gatehouse.pulumi.data.UserStorage;
import dev.gatehouse.pulumi.iam.InlinePolicy;
import java.util.ArrayList;
import java.util.List;

/** The function with which an administrator erases a user; nothing but they may invoke it. */
public final class EraseFunction {
  /** One scan of the mailbox claims is the longest part. */
  private static final int TIMEOUT_SECONDS = 5 * 60;

  private EraseFunction() {}

  /** Declares the function. */
  public static JavaFunction of(JavaFunctions functions, UserStorage storage, SignUpUserPool pool) {
    return functions.createUnmonitored(
        new FunctionSpec(
            FunctionModule.ERASE,
            TIMEOUT_SECONDS,
            new FunctionEnvironment()
                .with("USERS_TABLE", storage.users().name())
                .with("MAILBOXES_TABLE", storage.mailboxes().name())
                .with("USER_POOL_ID", pool.id())
                .withOutputs(storage.pictures().variables())
                .variables(),
            policies(storage, pool)));
  }

  private static List<InlinePolicy> policies(UserStorage storage, SignUpUserPool pool) {
    List<InlinePolicy> policies = new ArrayList<>();
    policies.add(
        storage.users().policy("dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem"));
    policies.add(storage.mailboxes().erasurePolicy("dynamodb:DeleteItem", "dynamodb:Scan"));
    policies.add(pool.policy("cognito-idp:AdminDeleteUser", "cognito-idp:ListUsers"));
    policies.addAll(storage.pictures().picturePolicy("s3:DeleteObject"));
    return policies;
  }
}
