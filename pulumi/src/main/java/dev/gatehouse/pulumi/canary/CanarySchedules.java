package dev.gatehouse.pulumi.canary;

import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.aws.scheduler.Schedule;
import com.pulumi.aws.scheduler.ScheduleArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleFlexibleTimeWindowArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleTargetArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleTargetRetryPolicyArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.gatehouse.pulumi.functions.JavaFunction;
import dev.gatehouse.pulumi.iam.PolicyDocuments;
import dev.gatehouse.pulumi.iam.Roles;
import dev.gatehouse.pulumi.settings.StackConfig;

/** The schedules that invoke the canary. A call that fails is not repeated: the next one tells. */
final class CanarySchedules {
  private static final String NAME = "canary";
  private static final String ROLE = NAME + "-schedule";

  private CanarySchedules() {}

  static void of(StackConfig config, JavaFunction function) {
    Role role =
        new Role(
            ROLE,
            Roles.args(config)
                .name(config.named(ROLE))
                .assumeRolePolicy(function.arn().applyValue(PolicyDocuments::trustScheduler))
                .build());
    RolePolicy policy =
        new RolePolicy(
            ROLE,
            RolePolicyArgs.builder()
                .name(NAME)
                .role(role.name())
                .policy(
                    function
                        .arn()
                        .applyValue(arn -> PolicyDocuments.allow(arn, "lambda:InvokeFunction")))
                .build());
    CustomResourceOptions afterPolicy = CustomResourceOptions.builder().dependsOn(policy).build();
    declare(config, function, role, afterPolicy, NAME, "rate(5 minutes)", "sign-in");
    declare(config, function, role, afterPolicy, NAME + "-sign-up", "rate(1 day)", "sign-up");
  }

  private static void declare(
      StackConfig config,
      JavaFunction function,
      Role role,
      CustomResourceOptions afterPolicy,
      String name,
      String expression,
      String task) {
    new Schedule(
        name,
        ScheduleArgs.builder()
            .name(config.named(name))
            .scheduleExpression(expression)
            .flexibleTimeWindow(ScheduleFlexibleTimeWindowArgs.builder().mode("OFF").build())
            .target(
                ScheduleTargetArgs.builder()
                    .arn(function.arn())
                    .roleArn(role.arn())
                    .input("{\"task\":\"%s\"}".formatted(task))
                    .retryPolicy(
                        ScheduleTargetRetryPolicyArgs.builder().maximumRetryAttempts(0).build())
                    .build())
            .build(),
        afterPolicy);
  }
}
