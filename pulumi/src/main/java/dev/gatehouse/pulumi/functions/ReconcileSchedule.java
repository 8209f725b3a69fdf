package dev.gatehouse.pulumi.functions;

import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.aws.scheduler.Schedule;
import com.pulumi.aws.scheduler.ScheduleArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleFlexibleTimeWindowArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleTargetArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleTargetDeadLetterConfigArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleTargetRetryPolicyArgs;
import com.pulumi.aws.sqs.Queue;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.gatehouse.pulumi.cognito.SignUpUserPool;
import dev.gatehouse.pulumi.data.DataEncryption;
import dev.gatehouse.pulumi.data.UserStorage;
import dev.gatehouse.pulumi.iam.InlinePolicy;
import dev.gatehouse.pulumi.iam.PolicyDocuments;
import dev.gatehouse.pulumi.iam.Roles;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.ArrayList;
import java.util.List;

/**
 * The schedules that invoke the reconcile function: one begins a pass over all users, the other
 * continues it, often enough that Cognito still takes the token of the page.
 */
public final class ReconcileSchedule {
  /** The name of the queue of calls that failed, without the prefix of the stack. */
  public static final String DEAD_LETTER_QUEUE_NAME = "reconcile-schedule-dead-letters";

  private static final String NAME = "reconcile";
  private static final String ROLE = NAME + "-schedule";
  private static final int FOURTEEN_DAYS = 14 * 24 * 60 * 60;

  private final StackConfig config;
  private final JavaFunction function;
  private final Queue deadLetters;
  private final Role role;
  private final CustomResourceOptions afterPolicies;

  private ReconcileSchedule(StackConfig config, JavaFunction function) {
    this.config = config;
    this.function = function;
    this.deadLetters = deadLetters(config);
    this.role =
        new Role(
            ROLE,
            Roles.args(config)
                .name(config.named(ROLE))
                .assumeRolePolicy(function.arn().applyValue(PolicyDocuments::trustScheduler))
                .build());
    List<Resource> policies = new ArrayList<>();
    policies.add(policy(ROLE, allow(NAME, function.arn(), "lambda:InvokeFunction")));
    policies.add(
        policy(
            DEAD_LETTER_QUEUE_NAME, allow("dead-letters", deadLetters.arn(), "sqs:SendMessage")));
    DataEncryption.policies(config)
        .forEach(it -> policies.add(policy("%s-%s".formatted(ROLE, it.name()), it)));
    this.afterPolicies = CustomResourceOptions.builder().dependsOn(policies).build();
  }

  /** Declares the function and its schedules, or nothing if the stack has no schedule. */
  public static void of(
      StackConfig config, JavaFunctions functions, UserStorage storage, SignUpUserPool pool) {
    if (!config.reconcileSchedule().isEmpty()) {
      ReconcileSchedule schedules =
          new ReconcileSchedule(config, ReconcileFunction.of(config, functions, storage, pool));
      schedules.declare(NAME, config.reconcileSchedule(), "{}");
      schedules.declare(NAME + "-continue", "rate(15 minutes)", "{\"begin\":false}");
    }
  }

  private static Queue deadLetters(StackConfig config) {
    return new Queue(
        DEAD_LETTER_QUEUE_NAME,
        DataEncryption.ofQueue(config)
            .name(config.named(DEAD_LETTER_QUEUE_NAME))
            .messageRetentionSeconds(FOURTEEN_DAYS)
            .build());
  }

  private static InlinePolicy allow(String name, Output<String> resource, String action) {
    return new InlinePolicy(name, resource.applyValue(arn -> PolicyDocuments.allow(arn, action)));
  }

  private RolePolicy policy(String logicalName, InlinePolicy policy) {
    return new RolePolicy(
        logicalName,
        RolePolicyArgs.builder()
            .name(policy.name())
            .role(role.name())
            .policy(policy.document())
            .build());
  }

  private void declare(String name, String expression, String input) {
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
                    .input(input)
                    .retryPolicy(
                        ScheduleTargetRetryPolicyArgs.builder().maximumRetryAttempts(2).build())
                    .deadLetterConfig(
                        ScheduleTargetDeadLetterConfigArgs.builder().arn(deadLetters.arn()).build())
                    .build())
            .build(),
        afterPolicies);
  }
}
