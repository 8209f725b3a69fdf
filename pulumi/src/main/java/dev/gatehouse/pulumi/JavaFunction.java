package dev.gatehouse.pulumi;

import com.pulumi.asset.FileArchive;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.aws.lambda.Alias;
import com.pulumi.aws.lambda.AliasArgs;
import com.pulumi.aws.lambda.Function;
import com.pulumi.aws.lambda.FunctionArgs;
import com.pulumi.aws.lambda.Permission;
import com.pulumi.aws.lambda.PermissionArgs;
import com.pulumi.aws.lambda.inputs.FunctionEnvironmentArgs;
import com.pulumi.aws.lambda.inputs.FunctionLoggingConfigArgs;
import com.pulumi.aws.lambda.inputs.FunctionSnapStartArgs;
import com.pulumi.aws.lambda.inputs.FunctionTracingConfigArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.gatehouse.pulumi.settings.Compute;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Is a Lambda function with its log group, its role, its rights, a published version and the alias
 * {@code live}, which is what everybody calls.
 */
final class JavaFunction extends ComponentResource {
  private final String name;
  private final int seconds;
  private final Role role;
  private final Function function;
  private final Alias alias;

  /**
   * Says what a function is.
   *
   * @param seconds how long a call may last
   * @param rights what its role may do besides logs and traces
   */
  record Spec(
      String handler,
      FileArchive archive,
      int seconds,
      Map<String, Output<String>> environment,
      List<Grant> rights) {

    /** Returns the same with another limit to a call. */
    Spec within(int limit) {
      return new Spec(handler, archive, limit, environment, rights);
    }
  }

  /** Is a policy for the role of a function, named after what it opens. */
  record Grant(String name, Output<String> policy) {}

  JavaFunction(StackConfig config, String name, Spec spec) {
    super("gatehouse:aws:JavaFunction", name);
    this.name = name;
    this.seconds = spec.seconds();
    LogGroup logs = logs(config);
    this.role = role(config);
    Grant observed = new Grant("logs", logs.arn().applyValue(Policies::observed));
    Resource[] rights =
        Stream.concat(Stream.of(observed), spec.rights().stream())
            .map(this::grant)
            .toArray(Resource[]::new);
    this.function = function(config, spec, logs, rights);
    this.alias = alias();
    registerOutputs(Map.of("alias", alias.arn()));
  }

  /** Returns the name of its room, which is that of all its parts here. */
  String name() {
    return name;
  }

  /** Returns how long a call may last. */
  int seconds() {
    return seconds;
  }

  /** Returns the ARN to hang into a pool. */
  Output<String> arn() {
    return alias.arn();
  }

  /** Returns the address by which API Gateway calls. */
  Output<String> invokeArn() {
    return alias.invokeArn();
  }

  /** Lets one caller, told by its ARN, call the alias; the bare function stays closed. */
  Permission allow(String caller, String service, Output<String> sourceArn) {
    return new Permission(
        "%s-from-%s".formatted(name, caller),
        PermissionArgs.builder()
            .action("lambda:InvokeFunction")
            .function(function.name())
            .qualifier(alias.name())
            .principal(service)
            .sourceArn(sourceArn)
            .build(),
        inside());
  }

  private LogGroup logs(StackConfig config) {
    return new LogGroup(
        name,
        LogGroupArgs.builder()
            .name("/aws/lambda/" + config.named(name))
            .retentionInDays(config.logRetentionInDays())
            .build(),
        inside());
  }

  private Role role(StackConfig config) {
    return new Role(
        name,
        RoleArgs.builder()
            .name(config.named(name))
            .assumeRolePolicy(Policies.assumedBy("lambda.amazonaws.com"))
            .build(),
        inside());
  }

  /** Gives its role one more right, which a call finds but the start of a version may not. */
  RolePolicy grant(Grant grant) {
    return new RolePolicy(
        "%s-%s".formatted(name, grant.name()),
        RolePolicyArgs.builder()
            .name(grant.name())
            .role(role.name())
            .policy(grant.policy())
            .build(),
        inside());
  }

  private Function function(StackConfig config, Spec spec, LogGroup logs, Resource... rights) {
    FunctionArgs.Builder args =
        FunctionArgs.builder()
            .name(config.named(name))
            .role(role.arn())
            .handler(spec.handler())
            .code(spec.archive())
            .timeout(spec.seconds())
            .publish(true)
            .tracingConfig(FunctionTracingConfigArgs.builder().mode("Active").build())
            .loggingConfig(
                FunctionLoggingConfigArgs.builder().logFormat("JSON").logGroup(logs.name()).build())
            .environment(
                FunctionEnvironmentArgs.builder().variables(variables(config, spec)).build());
    // Publishing starts the function once to take the snapshot: its rights come first.
    return new Function(name, on(config.compute(), args).build(), inside(rights));
  }

  private FunctionArgs.Builder on(Compute compute, FunctionArgs.Builder args) {
    args.runtime(compute.runtime())
        .architectures(compute.architecture())
        .memorySize(compute.memoryOf(name));
    Integer reserved = compute.reservedConcurrency().get(name);
    if (reserved != null) {
      args.reservedConcurrentExecutions(reserved);
    }
    return compute.snapStart()
        ? args.snapStart(FunctionSnapStartArgs.builder().applyOn("PublishedVersions").build())
        : args;
  }

  /** Where a computed and a configured value collide, the configured one wins. */
  private static Output<Map<String, String>> variables(StackConfig config, Spec spec) {
    Map<String, Output<String>> all = new TreeMap<>(spec.environment());
    config.compute().environmentVariables().forEach((key, value) -> all.put(key, Output.of(value)));
    List<String> keys = List.copyOf(all.keySet());
    return Output.all(List.copyOf(all.values()))
        .applyValue(values -> {
          Map<String, String> variables = new TreeMap<>();
          for (int i = 0; i < keys.size(); i++) {
            variables.put(keys.get(i), values.get(i));
          }
          return variables;
        });
  }

  private Alias alias() {
    return new Alias(
        name,
        AliasArgs.builder()
            .name("live")
            .functionName(function.name())
            .functionVersion(function.version())
            .build(),
        inside());
  }

  private CustomResourceOptions inside(Resource... after) {
    return CustomResourceOptions.builder().parent(this).dependsOn(after).build();
  }
}
