package dev.gatehouse.pulumi.functions;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.aws.lambda.Alias;
import com.pulumi.aws.lambda.Function;
import com.pulumi.aws.lambda.FunctionArgs;
import com.pulumi.aws.lambda.FunctionEventInvokeConfig;
import com.pulumi.aws.lambda.FunctionEventInvokeConfigArgs;
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
import dev.gatehouse.pulumi.data.DataEncryption;
import dev.gatehouse.pulumi.iam.InlinePolicy;
import dev.gatehouse.pulumi.iam.PolicyDocuments;
import dev.gatehouse.pulumi.iam.Roles;
import dev.gatehouse.pulumi.settings.FunctionSettings;
import dev.gatehouse.pulumi.settings.StackConfig;
import dev.gatehouse.pulumi.version.LiveAlias;
import dev.gatehouse.pulumi.version.ServedCode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A Lambda function with its log group, role, policies, published version and alias {@code live}.
 * Callers invoke the alias.
 */
public final class JavaFunction extends ComponentResource {
  private final String name;
  private final FunctionModule module;
  private final int timeoutSeconds;
  private final Role role;
  private final Function function;
  private final LogGroup logs;
  private final Alias alias;

  JavaFunction(StackConfig config, Archives archives, FunctionSpec spec) {
    super("gatehouse:aws:JavaFunction", spec.module().functionName());
    this.name = spec.module().functionName();
    this.module = spec.module();
    this.timeoutSeconds = spec.timeoutSeconds();
    this.logs = logs(config);
    this.role = role(config);
    InlinePolicy logging =
        new InlinePolicy("logs", logs.arn().applyValue(PolicyDocuments::logsAndTraces));
    Resource[] policies =
        Stream.of(List.of(logging), spec.policies(), dataKey(config, spec))
            .flatMap(List::stream)
            .map(this::addPolicy)
            .toArray(Resource[]::new);
    FunctionArgs.Builder args = args(config, spec, logs).code(archives.of(spec.module()));
    // Publishing a version starts the function for the snapshot, so its policies come first.
    this.function =
        new Function(name, withSettings(config.functions(), spec, args).build(), inside(policies));
    this.alias = LiveAlias.of(config, name, function, inside());
    registerOutputs(Map.of("alias", alias.arn()));
  }

  /** Returns the name of the function, without the prefix of the stack. */
  public String name() {
    return name;
  }

  /** Returns the timeout of an invocation. */
  public int timeoutSeconds() {
    return timeoutSeconds;
  }

  /** Returns the ARN of the role. */
  Output<String> roleArn() {
    return role.arn();
  }

  /** Returns the name of the log group. */
  public Output<String> logGroup() {
    return logs.name();
  }

  /** Returns the ARN of the alias. */
  public Output<String> arn() {
    return alias.arn();
  }

  /** Returns the URI with which API Gateway invokes the alias. */
  public Output<String> invokeArn() {
    return alias.invokeArn();
  }

  /**
   * Adds a permission for one caller of this account, given by its ARN, to invoke the alias. The
   * account is not in the ARN of a bucket, and whoever takes the name of a deleted one has the same
   * ARN.
   */
  public Permission addPermission(String caller, String service, Output<String> sourceArn) {
    return permission(
        caller,
        permissionArgs(service, sourceArn)
            .sourceAccount(alias.arn().applyValue(arn -> arn.split(":", 6)[4])));
  }

  /**
   * Adds a permission for API Gateway to invoke the alias for this part of an API. AWS documents no
   * aws:SourceAccount for its calls; the account is in the ARN.
   */
  public Permission addApiPermission(Output<String> executionArn) {
    return permission("api-gateway", permissionArgs("apigateway.amazonaws.com", executionArn));
  }

  private PermissionArgs.Builder permissionArgs(String service, Output<String> sourceArn) {
    return PermissionArgs.builder()
        .action("lambda:InvokeFunction")
        .function(function.name())
        .qualifier(alias.name())
        .principal(service)
        .sourceArn(sourceArn);
  }

  private Permission permission(String caller, PermissionArgs.Builder args) {
    return new Permission("%s-invoked-by-%s".formatted(name, caller), args.build(), inside());
  }

  /**
   * Limits how long Lambda keeps an event that the alias could not take. There is no destination:
   * it would keep what the event says of a user, an address and an encrypted code among it.
   */
  void limitEventAge(int seconds) {
    new FunctionEventInvokeConfig(
        name,
        FunctionEventInvokeConfigArgs.builder()
            .functionName(function.name())
            .qualifier(alias.name())
            .maximumEventAgeInSeconds(seconds)
            .maximumRetryAttempts(2)
            .build(),
        inside());
  }

  /** Compares the code that callers get with the function's archive. */
  void compare(Archives archives, ServedCode served) {
    archives.sha256(module).ifPresent(hash -> served.compare(alias, archives.name(module), hash));
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
        Roles.args(config)
            .name(config.named(name))
            .assumeRolePolicy(PolicyDocuments.trust("lambda.amazonaws.com"))
            .build(),
        inside());
  }

  /** A function without policies of its own stores nothing. */
  private static List<InlinePolicy> dataKey(StackConfig config, FunctionSpec spec) {
    return spec.policies().isEmpty() ? List.of() : DataEncryption.policies(config);
  }

  private RolePolicy addPolicy(InlinePolicy policy) {
    return new RolePolicy(
        "%s-%s".formatted(name, policy.name()),
        RolePolicyArgs.builder()
            .name(policy.name())
            .role(role.name())
            .policy(policy.document())
            .build(),
        inside());
  }

  private FunctionArgs.Builder args(StackConfig config, FunctionSpec spec, LogGroup logs) {
    return FunctionArgs.builder()
        .name(config.named(name))
        .role(role.arn())
        .handler(spec.module().handler())
        .timeout(spec.timeoutSeconds())
        .publish(true)
        .tracingConfig(FunctionTracingConfigArgs.builder().mode("Active").build())
        .loggingConfig(
            FunctionLoggingConfigArgs.builder().logFormat("JSON").logGroup(logs.name()).build())
        .environment(FunctionEnvironmentArgs.builder().variables(variables(config, spec)).build());
  }

  private FunctionArgs.Builder withSettings(
      FunctionSettings settings, FunctionSpec spec, FunctionArgs.Builder args) {
    args.runtime(settings.runtime())
        .architectures(settings.architecture())
        .memorySize(settings.memoryOf(name));
    Integer reserved = settings.reservedConcurrency().get(name);
    if (reserved != null) {
      args.reservedConcurrentExecutions(reserved);
    }
    return hasSnapshot(settings, spec)
        ? args.snapStart(FunctionSnapStartArgs.builder().applyOn("PublishedVersions").build())
        : args;
  }

  private static boolean hasSnapshot(FunctionSettings settings, FunctionSpec spec) {
    return settings.snapStart() && !spec.module().startsWithoutSnapshot();
  }

  /** Returns the variables; a configured one replaces a computed one of the same name. */
  private static Output<Map<String, String>> variables(StackConfig config, FunctionSpec spec) {
    Map<String, Output<String>> all = new TreeMap<>(spec.environment());
    all.put("STACK_NAME", Output.of(config.prefix()));
    if (hasSnapshot(config.functions(), spec)) {
      all.put("PRIMING_ROUNDS", Output.of(String.valueOf(config.functions().primingRounds())));
    }
    all.putAll(jvmOptions(config.functions(), hasSnapshot(config.functions(), spec)));
    if (!config.functions().deployment().isEmpty()) {
      all.put("DEPLOYMENT_ID", Output.of(config.functions().deployment()));
    }
    config
        .functions()
        .environmentVariables()
        .forEach((key, value) -> all.put(key, Output.of(value)));
    all.replaceAll(config.secrets()::variable);
    List<String> keys = List.copyOf(all.keySet());
    return Output.all(List.copyOf(all.values()))
        .applyValue(
            values -> {
              Map<String, String> variables = new TreeMap<>();
              for (int i = 0; i < keys.size(); i++) {
                variables.put(keys.get(i), values.get(i));
              }
              return variables;
            });
  }

  /**
   * Returns what keeps a JVM at its first compiler. Lambda does so itself for java17 and java21,
   * and for newer ones only without snapshots; for functions as short as these it is faster:
   * docs.aws.amazon.com/lambda/latest/dg/java-customization.html
   */
  static Map<String, Output<String>> jvmOptions(FunctionSettings functions, boolean hasSnapshot) {
    return hasSnapshot && !functions.runtime().equals("java21")
        ? Map.of("JAVA_TOOL_OPTIONS", Output.of("-XX:+TieredCompilation -XX:TieredStopAtLevel=1"))
        : Map.of();
  }

  private CustomResourceOptions inside(Resource... after) {
    return CustomResourceOptions.builder().parent(this).dependsOn(after).build();
  }
}
