package dev.gatehouse.pulumi;

import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.List;
import java.util.Map;

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
            Map.of("USERS_TABLE", users.name(), "COGNITO_CLIENT_ID", pool.clientId()),
            // It writes too: a verified caller without a row gets one.
            List.of(users.grant("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"))));
  }
}
