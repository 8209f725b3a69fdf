package dev.gatehouse.pulumi.schedule;

import dev.gatehouse.pulumi.cognito.SignUpUserPool;
import dev.gatehouse.pulumi.data.UserStorage;
import dev.gatehouse.pulumi.functions.FunctionEnvironment;
import dev.gatehouse.pulumi.functions.FunctionModule;
import dev.gatehouse.pulumi.functions.FunctionSpec;
import dev.gatehouse.pulumi.functions.JavaFunction;
import dev.gatehouse.pulumi.functions.JavaFunctions;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.List;
import java.util.Locale;

/**
 * The function that exports the user pool, with its schedule: each call begins an export that is
 * due, or continues the open one before Cognito refuses the token of its page.
 */
public final class PoolExportFunction {
  /** Lambda's maximum: the function pages through the whole pool. */
  private static final int TIMEOUT_SECONDS = 15 * 60;

  private PoolExportFunction() {}

  /** Declares the function and its schedule, or nothing if the pool is not exported. */
  public static void of(
      StackConfig config, JavaFunctions functions, UserStorage storage, SignUpUserPool pool) {
    if (!config.recovery().exportsPool()) {
      return;
    }
    JavaFunction function =
        functions.create(
            new FunctionSpec(
                FunctionModule.POOL_EXPORT,
                TIMEOUT_SECONDS,
                environment(config, storage, pool).variables(),
                List.of(
                    pool.policy(
                        "cognito-idp:ListGroups",
                        "cognito-idp:ListUsers",
                        "cognito-idp:ListUsersInGroup"),
                    storage
                        .users()
                        .policy("dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:UpdateItem"),
                    // Not s3:GetObject: the function that reads everybody writes only.
                    storage.poolExports().policy("s3:PutObject"))));
    new FunctionSchedule(config, function).declare(function.name(), "rate(15 minutes)", "{}");
  }

  private static FunctionEnvironment environment(
      StackConfig config, UserStorage storage, SignUpUserPool pool) {
    return new FunctionEnvironment()
        .with("USER_POOL_ID", pool.id())
        .with("USERS_TABLE", storage.users().name())
        .with("POOL_EXPORT_BUCKET", storage.poolExports().name())
        .with(
            "POOL_EXPORT_EVERY",
            String.format(Locale.ROOT, "PT%dH", config.recovery().poolExportHours()));
  }
}
