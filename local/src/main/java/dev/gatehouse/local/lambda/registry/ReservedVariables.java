package dev.gatehouse.local.lambda.registry;

import java.util.Optional;
import java.util.Set;

/** Environment variables that Lambda reserves: a function's configuration must not set them. */
final class ReservedVariables {

  private static final Set<String> NAMES =
      Set.of(
          "_HANDLER",
          "_X_AMZN_TRACE_ID",
          "AWS_ACCESS_KEY",
          "AWS_ACCESS_KEY_ID",
          "AWS_DEFAULT_REGION",
          "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
          "AWS_LAMBDA_FUNCTION_NAME",
          "AWS_LAMBDA_FUNCTION_VERSION",
          "AWS_LAMBDA_INITIALIZATION_TYPE",
          "AWS_LAMBDA_LOG_GROUP_NAME",
          "AWS_LAMBDA_LOG_STREAM_NAME",
          "AWS_LAMBDA_RUNTIME_API",
          "AWS_REGION",
          "AWS_SECRET_ACCESS_KEY",
          "AWS_SESSION_TOKEN",
          "LAMBDA_RUNTIME_DIR",
          "LAMBDA_TASK_ROOT");

  private ReservedVariables() {}

  /** Returns a reserved variable that the function sets, or an empty Optional. */
  static Optional<String> find(LambdaFunction function) {
    return function.environment().keySet().stream().filter(NAMES::contains).findFirst();
  }
}
