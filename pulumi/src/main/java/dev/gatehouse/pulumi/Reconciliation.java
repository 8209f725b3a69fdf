package dev.gatehouse.pulumi;

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
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.ArrayList;
import java.util.List;

/** Is the function that gives users of the pool the rows that they lack, and when it is called. */
final class Reconciliation {
  private static final String NAME = "reconcile";

  /** As long as Lambda lets it: it goes through the whole pool. */
  private static final int SECONDS = 15 * 60;

  private Reconciliation() {}

  /** Returns the function, or nothing if the stack wants none. */
  static List<JavaFunction> of(
      StackConfig config, Archives archives, StoredUsers stored, SignUpPool pool) {
    if (config.reconcileSchedule().isEmpty()) {
      return List.of();
    }
    JavaFunction function = function(config, archives, stored, pool);
    schedule(config, function);
    return List.of(function);
  }

  private static JavaFunction function(
      StackConfig config, Archives archives, StoredUsers stored, SignUpPool pool) {
    return new JavaFunction(
        config,
        NAME,
        new JavaFunction.Spec(
            "dev.gatehouse.triggers.reconcile.ReconcileHandler",
            archives.triggersReconcile(),
            SECONDS,
            new Environment()
                .with("USERS_TABLE", stored.users().name())
                .with("USER_POOL_ID", pool.id())
                .withOutputs(stored.mailboxes().variables())
                .variables(),
            rights(stored, pool)));
  }

  private static List<JavaFunction.Grant> rights(StoredUsers stored, SignUpPool pool) {
    List<JavaFunction.Grant> rights = new ArrayList<>();
    rights.add(stored.users().grant("dynamodb:PutItem"));
    rights.add(pool.grant("cognito-idp:ListUsers"));
    rights.addAll(stored.mailboxes().grant("dynamodb:PutItem"));
    return rights;
  }

  private static void schedule(StackConfig config, JavaFunction function) {
    Role role =
        new Role(
            NAME + "-schedule",
            RoleArgs.builder()
                .name(config.named(NAME + "-schedule"))
                .assumeRolePolicy(function.arn().applyValue(Policies::assumedBySchedule))
                .build());
    RolePolicy right =
        new RolePolicy(
            NAME + "-schedule",
            RolePolicyArgs.builder()
                .name(NAME)
                .role(role.name())
                .policy(function.arn().applyValue(Policies::calling))
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
        CustomResourceOptions.builder().dependsOn(right).build());
  }
}
