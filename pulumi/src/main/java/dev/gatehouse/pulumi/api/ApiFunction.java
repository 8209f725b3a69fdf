package dev.gatehouse.pulumi.api;

import dev.gatehouse.pulumi.cognito.SignUpUserPool;
import dev.gatehouse.pulumi.data.ExpiringTable;
import dev.gatehouse.pulumi.data.UserStorage;
import dev.gatehouse.pulumi.functions.FunctionEnvironment;
import dev.gatehouse.pulumi.functions.FunctionModule;
import dev.gatehouse.pulumi.functions.FunctionSpec;
import dev.gatehouse.pulumi.functions.JavaFunction;
import dev.gatehouse.pulumi.functions.JavaFunctions;
import dev.gatehouse.pulumi.iam.InlinePolicy;
import dev.gatehouse.pulumi.settings.RestApiSettings;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The function behind the REST API. */
public final class ApiFunction {
  private static final int TIMEOUT_SECONDS = 15;

  private ApiFunction() {}

  /** Declares the function. */
  public static JavaFunction of(
      StackConfig config, JavaFunctions functions, UserStorage storage, SignUpUserPool pool) {
    ExpiringTable idempotencyKeys = ExpiringTable.ofIdempotencyKeys(config);
    return functions.create(
        new FunctionSpec(
            FunctionModule.API,
            TIMEOUT_SECONDS,
            environment(config, storage, pool)
                .with("IDEMPOTENCY_TABLE", idempotencyKeys.name())
                .variables(),
            policies(config, storage, pool, idempotencyKeys)));
  }

  private static List<InlinePolicy> policies(
      StackConfig config, UserStorage storage, SignUpUserPool pool, ExpiringTable idempotencyKeys) {
    List<InlinePolicy> policies = new ArrayList<>();
    policies.add(
        storage
            .users()
            .policy(
                "dynamodb:ConditionCheckItem",
                "dynamodb:DeleteItem",
                "dynamodb:GetItem",
                // The row of a verified caller is written if it is missing.
                "dynamodb:PutItem",
                "dynamodb:UpdateItem"));
    policies.add(storage.mailboxes().erasurePolicy("dynamodb:DeleteItem"));
    policies.add(idempotencyKeys.policy("dynamodb:UpdateItem"));
    if (config.userPool().resetPasswordAfterSecondSignUp()) {
      policies.add(pool.policy("cognito-idp:AdminGetUser", "cognito-idp:AdminResetUserPassword"));
    }
    // A presigned URL may do what the function that signed it may.
    policies.addAll(storage.pictures().uploadPolicy("s3:PutObject"));
    policies.addAll(storage.pictures().picturePolicy("s3:DeleteObject", "s3:GetObject"));
    return policies;
  }

  private static FunctionEnvironment environment(
      StackConfig config, UserStorage storage, SignUpUserPool pool) {
    FunctionEnvironment environment =
        new FunctionEnvironment()
            .with("USERS_TABLE", storage.users().name())
            .with("MAILBOXES_TABLE", storage.mailboxes().name())
            .with("COGNITO_CLIENT_ID", pool.clientId())
            .withOutputs(storage.pictures().variables());
    if (config.userPool().resetPasswordAfterSecondSignUp()) {
      environment
          .with("USER_POOL_ID", pool.id())
          .with("RESET_PASSWORD_AFTER_SECOND_SIGN_UP", "true");
    }
    options(config.restApi()).forEach(environment::with);
    return environment;
  }

  /** Returns the variables of what a stack may turn on, none by default. */
  private static Map<String, String> options(RestApiSettings settings) {
    Map<String, String> variables = new TreeMap<>();
    if (!settings.corsOrigins().isEmpty()) {
      variables.put("CORS_ORIGINS", String.join(",", settings.corsOrigins()));
    }
    if (settings.checkTokenOnReads()) {
      variables.put("CHECK_TOKEN_ON_READS", "true");
    }
    if (!settings.sourceAddressKey().isEmpty()) {
      variables.put("SOURCE_ADDRESS_KEY", settings.sourceAddressKey());
    }
    return variables;
  }
}
