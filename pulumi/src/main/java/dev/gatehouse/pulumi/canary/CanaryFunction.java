package dev.gatehouse.pulumi.canary;

import com.pulumi.aws.cognito.UserPoolClient;
import com.pulumi.aws.cognito.UserPoolClientArgs;
import com.pulumi.core.Output;
import dev.gatehouse.pulumi.cognito.SignUpUserPool;
import dev.gatehouse.pulumi.functions.FunctionEnvironment;
import dev.gatehouse.pulumi.functions.FunctionModule;
import dev.gatehouse.pulumi.functions.FunctionSpec;
import dev.gatehouse.pulumi.functions.JavaFunction;
import dev.gatehouse.pulumi.functions.JavaFunctions;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.List;

/**
 * The function that signs a user in every five minutes and a new one up every day. It may confirm
 * users of the pool, and nothing else that a user may not do.
 */
public final class CanaryFunction {
  private static final String NAME = FunctionModule.CANARY.functionName();
  private static final int TIMEOUT_SECONDS = 60;

  private CanaryFunction() {}

  /**
   * Declares function, app client and schedules, or nothing if the stack has no canary.
   *
   * @param apiUrl the address of the API that clients use
   */
  public static void of(
      StackConfig config, JavaFunctions functions, SignUpUserPool pool, Output<String> apiUrl) {
    if (!config.monitoring().hasCanary()) {
      return;
    }
    UserPoolClient client = client(config, pool);
    JavaFunction function =
        functions.create(
            new FunctionSpec(
                FunctionModule.CANARY,
                TIMEOUT_SECONDS,
                new FunctionEnvironment()
                    .with("API_URL", apiUrl)
                    .with("USER_POOL_ID", pool.id())
                    .with("COGNITO_CLIENT_ID", pool.clientId())
                    .with("CANARY_CLIENT_ID", client.id())
                    .with("CANARY_CLIENT_SECRET", client.clientSecret())
                    .with("CANARY_PASSWORD", config.monitoring().canaryPassword())
                    .variables(),
                List.of(pool.policy("cognito-idp:AdminConfirmSignUp"))));
    CanarySchedules.of(config, function);
  }

  /** Only sign-ups use it, with its secret; Cognito counts them apart from those of people. */
  private static UserPoolClient client(StackConfig config, SignUpUserPool pool) {
    return new UserPoolClient(
        NAME,
        UserPoolClientArgs.builder()
            .name(config.named(NAME))
            .userPoolId(pool.id())
            .generateSecret(true)
            .explicitAuthFlows("ALLOW_REFRESH_TOKEN_AUTH")
            .preventUserExistenceErrors("ENABLED")
            .enableTokenRevocation(true)
            .writeAttributes("name")
            .readAttributes("email")
            .build());
  }
}
