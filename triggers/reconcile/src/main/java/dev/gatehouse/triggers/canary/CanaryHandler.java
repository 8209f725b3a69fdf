package dev.gatehouse.triggers.canary;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.gatehouse.lambda.log.InvocationLog;
import dev.gatehouse.lambda.log.InvocationLog.Invocation;
import dev.gatehouse.lambda.log.Outcome;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import dev.gatehouse.triggers.canary.CanaryFailed.Step;
import dev.gatehouse.triggers.canary.cognito.CognitoCanaryPool;
import dev.gatehouse.triggers.canary.http.HttpProfileApi;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The scheduled function that does what users do: {@code {"task": "sign-in"}} every few minutes,
 * {@code {"task": "sign-up"}} every day. It fails if a step does.
 */
public final class CanaryHandler implements RequestHandler<Map<String, Object>, Void> {
  private final Canary canary;
  private final InvocationLog log;

  /**
   * Creates the function from its environment.
   *
   * @throws InvalidSetting if a variable is missing or malformed
   */
  public CanaryHandler() {
    this(canary(FunctionSettings.ofProcess()), InvocationLog.of("canary"));
  }

  private static Canary canary(FunctionSettings settings) {
    return new Canary(
        CognitoCanaryPool.from(settings),
        HttpProfileApi.from(settings),
        settings.required("STACK_NAME", "the name of the stack"),
        settings.required("CANARY_PASSWORD", "the password of the user who stays"));
  }

  CanaryHandler(Canary canary, InvocationLog log) {
    this.canary = canary;
    this.log = log;
  }

  @Override
  public @Nullable Void handleRequest(Map<String, Object> input, Context context) {
    Invocation invocation = log.start(context);
    try {
      run(input == null ? null : input.get("task"));
      invocation.ended(Outcome.of("well"));
      return null;
    } catch (CanaryFailed failed) {
      Optional.ofNullable(failed.getCause()).ifPresent(invocation::failedBy);
      invocation.ended(Outcome.error("failed", failed.step().name()));
      // Lambda counts an invocation as an error only if it throws; the cause may quote the user.
      throw new IllegalStateException(
          failed.step().name() + ": see the log line of this invocation");
    }
  }

  private void run(@Nullable Object task) {
    switch (String.valueOf(task)) {
      case "sign-in" -> canary.signIn();
      case "sign-up" -> canary.signUp();
      default -> throw new CanaryFailed(Step.TASK_UNKNOWN, null);
    }
  }
}
