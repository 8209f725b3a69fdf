package dev.gatehouse.pulumi.api;

import dev.gatehouse.pulumi.cognito.SignUpUserPool;
import dev.gatehouse.pulumi.data.UserStorage;
import dev.gatehouse.pulumi.functions.FunctionEnvironment;
import dev.gatehouse.pulumi.functions.FunctionModule;
import dev.gatehouse.pulumi.functions.FunctionSpec;
import dev.gatehouse.pulumi.functions.JavaFunction;
import dev.gatehouse.pulumi.functions.JavaFunctions;
import dev.gatehouse.pulumi.iam.InlinePolicy;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.List;

/** The function behind the REST API. */
public final class ApiFunction {
  private static final int TIMEOUT_SECONDS = 15;

  private ApiFunction() {}

  /** Declares the function. */
  public static JavaFunction of(
      StackConfig config, JavaFunctions functions, UserStorage storage, SignUpUserPool pool) {
    return functions.create(
        new FunctionSpec(
            FunctionModule.API,
            TIMEOUT_SECONDS,
            environment(config, storage, pool).variables(),
            policies(storage)));
  }

  private static List<InlinePolicy> policies(UserStorage storage) {
    return List.of(
        storage
            .users()
            .policy(
                "dynamodb:ConditionCheckItem",
                "dynamodb:DeleteItem",
                "dynamodb:GetItem",
                // The row of a verified caller is written if it is missing.
                "dynamodb:PutItem",
                "dynamodb:UpdateItem"),
        storage.mailboxes().erasurePolicy("dynamodb:DeleteItem"));
  }

  private static FunctionEnvironment environment(
      StackConfig config, UserStorage storage, SignUpUserPool pool) {
    FunctionEnvironment environment =
        new FunctionEnvironment()
            .with("USERS_TABLE", storage.users().name())
            .with("MAILBOXES_TABLE", storage.mailboxes().name())
            .with("COGNITO_CLIENT_ID", pool.clientId());
    List<String> origins = config.restApi().corsOrigins();
    return origins.isEmpty()
        ? environment
        : environment.with("CORS_ORIGINS", String.join(",", origins));
  }
}
