package dev.gatehouse.pulumi.functions;

import dev.gatehouse.pulumi.cognito.SignUpUserPool;
import dev.gatehouse.pulumi.data.UserStorage;
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
                .variables(),
            List.of(
                storage
                    .users()
                    .policy("dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem"),
                storage.mailboxes().erasurePolicy("dynamodb:DeleteItem", "dynamodb:Scan"),
                pool.policy("cognito-idp:AdminDeleteUser", "cognito-idp:ListUsers"))));
  }
}
