package dev.gatehouse.pulumi.schedule;

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
import dev.gatehouse.pulumi.data.DataEncryption;
import dev.gatehouse.pulumi.functions.JavaFunction;
import dev.gatehouse.pulumi.iam.InlinePolicy;
import dev.gatehouse.pulumi.iam.PolicyDocuments;
import dev.gatehouse.pulumi.iam.Roles;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.ArrayList;
import java.util.List;

/** The schedules of one function, with their role and the queue of calls that failed. */
public final class FunctionSchedule {
  private static final int FOURTEEN_DAYS = 14 * 24 * 60 * 60;

  private final StackConfig config;
  private final JavaFunction function;
  private final Queue deadLetters;
  private final Role role;
  private final CustomResourceOptions afterPolicies;

  FunctionSchedule(StackConfig config, JavaFunction function) {
    this.config = config;
    this.function = function;
    String name = function.name() + "-schedule";
    String queueName = deadLetterQueueName(function.name());
    this.deadLetters = deadLetters(config, queueName);
    this.role =
        new Role(
            name,
            Roles.args(config)
                .name(config.named(name))
                .assumeRolePolicy(function.arn().applyValue(PolicyDocuments::trustScheduler))
                .build());
    List<Resource> policies = new ArrayList<>();
    policies.add(policy(name, allow(function.name(), function.arn(), "lambda:InvokeFunction")));
    policies.add(policy(queueName, allow("dead-letters", deadLetters.arn(), "sqs:SendMessage")));
    DataEncryption.policies(config)
        .forEach(it -> policies.add(policy("%s-%s".formatted(name, it.name()), it)));
    this.afterPolicies = CustomResourceOptions.builder().dependsOn(policies).build();
  }

  /** Returns the name of the queue of a function's calls, without the prefix of the stack. */
  public static String deadLetterQueueName(String function) {
    return function + "-schedule-dead-letters";
  }

  private static Queue deadLetters(StackConfig config, String name) {
    return new Queue(
        name,
        DataEncryption.ofQueue(config)
            .name(config.named(name))
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

  /** Declares a schedule that invokes the function with an event. */
  void declare(String name, String expression, String input) {
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
