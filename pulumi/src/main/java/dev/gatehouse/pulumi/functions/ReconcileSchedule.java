package dev.gatehouse.pulumi.functions;

import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.aws.scheduler.Schedule;
import com.pulumi.aws.scheduler.ScheduleArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleFlexibleTimeWindowArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleTargetArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleTargetRetryPolicyArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.gatehouse.pulumi.cognito.SignUpUserPool;
import dev.gatehouse.pulumi.data.UserStorage;
import dev.gatehouse.pulumi.iam.PolicyDocuments;
import dev.gatehouse.pulumi.settings.StackConfig;

/** The schedule that invokes the reconcile function. */
public final class ReconcileSchedule {
  private static final String NAME = "reconcile";

  private ReconcileSchedule() {}

  /** Declares the function and its schedule, or nothing if the stack has no schedule. */
  public static void of(
      StackConfig config, JavaFunctions functions, UserStorage storage, SignUpUserPool pool) {
    if (!config.reconcileSchedule().isEmpty()) {
      schedule(config, ReconcileFunction.of(config, functions, storage, pool));
    }
  }

  private static void schedule(StackConfig config, JavaFunction function) {
    Role role =
        new Role(
            NAME + "-schedule",
            RoleArgs.builder()
                .name(config.named(NAME + "-schedule"))
                .assumeRolePolicy(function.arn().applyValue(PolicyDocuments::trustScheduler))
                .build());
    RolePolicy policy =
        new RolePolicy(
            NAME + "-schedule",
            RolePolicyArgs.builder()
                .name(NAME)
                .role(role.name())
                .policy(
                    function
                        .arn()
                        .applyValue(arn -> PolicyDocuments.allow(arn, "lambda:InvokeFunction")))
                .build());
    new Schedule(
        NAME,
        ScheduleArgs.builder()
            .name(config.named(NAME))
            .scheduleExpression(config.reconcileSchedule())
            .flexibleTimeWindow(ScheduleFlexibleTimeWindowArgs.builder().mode("OFF").build())
            .target(
                ScheduleTargetArgs.builder()
                    .arn(function.arn())
                    .roleArn(role.arn())
                    .input("{}")
                    .retryPolicy(
                        ScheduleTargetRetryPolicyArgs.builder().maximumRetryAttempts(2).build())
                    .build())
            .build(),
        CustomResourceOptions.builder().dependsOn(policy).build());
  }
}
