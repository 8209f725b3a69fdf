package dev.gatehouse.pulumi.schedule;

import dev.gatehouse.pulumi.cognito.SignUpUserPool;
import dev.gatehouse.pulumi.data.UserStorage;
import dev.gatehouse.pulumi.functions.JavaFunction;
import dev.gatehouse.pulumi.functions.JavaFunctions;
import dev.gatehouse.pulumi.settings.StackConfig;

/**
 * The schedules that invoke the reconcile function: one begins a pass over all users, the other
 * continues it, often enough that Cognito still takes the token of the page.
 */
public final class ReconcileSchedule {
  private ReconcileSchedule() {}

  /** Declares the function and its schedules, or nothing if the stack has no schedule. */
  public static void of(
      StackConfig config, JavaFunctions functions, UserStorage storage, SignUpUserPool pool) {
    if (!config.reconcileSchedule().isEmpty()) {
      JavaFunction reconcile = ReconcileFunction.of(config, functions, storage, pool);
      FunctionSchedule schedules = new FunctionSchedule(config, reconcile);
      schedules.declare(reconcile.name(), config.reconcileSchedule(), "{}");
      schedules.declare(reconcile.name() + "-continue", "rate(15 minutes)", "{\"begin\":false}");
    }
  }
}
