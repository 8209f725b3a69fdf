package dev.gatehouse.pulumi.api;

import dev.gatehouse.pulumi.cognito.SignUpUserPool;
import dev.gatehouse.pulumi.data.UsersTable;
import dev.gatehouse.pulumi.functions.FunctionEnvironment;
import dev.gatehouse.pulumi.functions.FunctionModule;
import dev.gatehouse.pulumi.functions.FunctionSpec;
import dev.gatehouse.pulumi.functions.JavaFunction;
import dev.gatehouse.pulumi.functions.JavaFunctions;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.List;

/** The function behind the REST API. */
public final class ApiFunction {
  private static final int TIMEOUT_SECONDS = 15;

  private ApiFunction() {}

  /** Declares the function. */
  public static JavaFunction of(
      StackConfig config, JavaFunctions functions, UsersTable users, SignUpUserPool pool) {
    return functions.create(
        new FunctionSpec(
            FunctionModule.API,
            TIMEOUT_SECONDS,
            environment(config, users, pool).variables(),
            // PutItem: the row of a verified caller is written if it is missing.
            List.of(users.policy("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"))));
  }

  private static FunctionEnvironment environment(
      StackConfig config, UsersTable users, SignUpUserPool pool) {
    FunctionEnvironment environment =
        new FunctionEnvironment()
            .with("USERS_TABLE", users.name())
            .with("COGNITO_CLIENT_ID", pool.clientId());
    List<String> origins = config.restApi().corsOrigins();
    return origins.isEmpty()
        ? environment
        : environment.with("CORS_ORIGINS", String.join(",", origins));
  }
}
