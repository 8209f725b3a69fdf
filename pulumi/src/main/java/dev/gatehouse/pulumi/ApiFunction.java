package dev.gatehouse.pulumi;

import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.List;

/** Is the function that people call. */
final class ApiFunction {
  private static final int SECONDS = 15;

  private ApiFunction() {}

  static JavaFunction of(StackConfig config, Archives archives, UsersTable users, SignUpPool pool) {
    return new JavaFunction(
        config,
        "api",
        new JavaFunction.Spec(
            "dev.gatehouse.api.ApiHandler",
            archives.api(),
            SECONDS,
            environment(config, users, pool).variables(),
            // It writes too: a verified caller without a row gets one.
            List.of(users.grant("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"))));
  }

  private static Environment environment(StackConfig config, UsersTable users, SignUpPool pool) {
    Environment environment =
        new Environment()
            .with("USERS_TABLE", users.name())
            .with("COGNITO_CLIENT_ID", pool.clientId());
    List<String> origins = config.api().corsOrigins();
    return origins.isEmpty()
        ? environment
        : environment.with("CORS_ORIGINS", String.join(",", origins));
  }
}
