package dev.gatehouse.pulumi;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import dev.gatehouse.pulumi.api.ApiFunction;
import dev.gatehouse.pulumi.api.ApiPath;
import dev.gatehouse.pulumi.api.SignUpRestApi;
import dev.gatehouse.pulumi.canary.CanaryFunction;
import dev.gatehouse.pulumi.cognito.SignUpUserPool;
import dev.gatehouse.pulumi.data.UserStorage;
import dev.gatehouse.pulumi.domain.HostedZone;
import dev.gatehouse.pulumi.domain.Regions;
import dev.gatehouse.pulumi.environment.ConfigVariable;
import dev.gatehouse.pulumi.firewall.Firewall;
import dev.gatehouse.pulumi.functions.Archives;
import dev.gatehouse.pulumi.functions.DeferredUsersFunction;
import dev.gatehouse.pulumi.functions.EraseFunction;
import dev.gatehouse.pulumi.functions.FunctionModule;
import dev.gatehouse.pulumi.functions.JavaFunction;
import dev.gatehouse.pulumi.functions.JavaFunctions;
import dev.gatehouse.pulumi.functions.ListFiles;
import dev.gatehouse.pulumi.functions.ProfilePictureFunction;
import dev.gatehouse.pulumi.functions.StartAdvice;
import dev.gatehouse.pulumi.functions.TriggerFunctions;
import dev.gatehouse.pulumi.mail.IdentityConflicts;
import dev.gatehouse.pulumi.mail.SesIdentity;
import dev.gatehouse.pulumi.monitoring.Monitoring;
import dev.gatehouse.pulumi.schedule.PoolExportFunction;
import dev.gatehouse.pulumi.schedule.ReconcileSchedule;
import dev.gatehouse.pulumi.settings.KnownNames;
import dev.gatehouse.pulumi.settings.StackConfig;
import dev.gatehouse.pulumi.spending.Spending;
import dev.gatehouse.pulumi.version.ServedCode;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.LogManager;

/** The Pulumi program: the whole AWS account. */
public final class App {
  /** The functions and paths that settings may name. */
  public static final KnownNames NAMES =
      new KnownNames(FunctionModule.functionNames(), ApiPath.throttleable());

  private App() {}

  /** Declares all resources and exits with 0, or with the code that Pulumi expects. */
  public static void main(String[] args) {
    // The engine shows each error; the SDK would write it to the output again, with a stack trace.
    if (System.getenv("PULUMI_JAVA_LOG_VERBOSE") == null) {
      LogManager.getLogManager().reset();
    }
    Pulumi.run(App::stack);
  }

  /** Declares all resources of a stack. */
  public static void stack(Context context) {
    stack(context, Archives::built, ConfigVariable.values());
  }

  /**
   * Declares all resources of a stack.
   *
   * @param built finds the archives for an architecture
   * @param passed the configuration by key with namespace, as the engine passes it
   */
  public static void stack(
      Context context, Function<String, Archives> built, Map<String, String> passed) {
    StackConfig config = StackConfig.of(context, NAMES, passed);
    IdentityConflicts.refuse(config);
    StartAdvice.of(config.functions()).ifPresent(context.log()::warn);
    Archives archives = built.apply(config.functions().architecture());
    ListFiles.refuseStale(config.emailRules().variables(), archives);
    JavaFunctions functions = new JavaFunctions(config, archives);

    Regions regions = new Regions(config);
    HostedZone zone = HostedZone.of(config);
    SesIdentity identity = SesIdentity.of(config, regions, zone);
    UserStorage storage = UserStorage.of(config);
    TriggerFunctions triggers = TriggerFunctions.of(config, functions, storage, identity);
    SignUpUserPool pool = SignUpUserPool.of(config, triggers.lambdaConfig(), identity);
    triggers.allowInvocation(pool.pool());
    ReconcileSchedule.of(config, functions, storage, pool);
    PoolExportFunction.of(config, functions, storage, pool);
    DeferredUsersFunction.of(functions, storage);
    ProfilePictureFunction.of(functions, storage);
    EraseFunction.of(functions, storage, pool);
    JavaFunction apiFunction = ApiFunction.of(config, functions, storage, pool);
    SignUpRestApi api = new SignUpRestApi(config, pool, apiFunction);
    Endpoints endpoints = Endpoints.of(config, regions, zone, pool, api, context.log()::warn);
    Firewall.ofUserPool(config, pool.arn());
    CanaryFunction.of(config, functions, pool, endpoints.url());
    Monitoring.of(
        config,
        regions,
        new Monitoring.Monitored(pool, identity, functions.created(), endpoints.certificates()));
    Spending.of(config);
    functions.compareCode(new ServedCode(config, context.log()::error));

    endpoints.outputs().forEach(context::export);
    context.export("userPoolId", pool.id());
    context.export("userPoolClientId", pool.clientId());
    context.export("tableName", storage.users().name());
    storage.poolExports().names().forEach(it -> context.export("poolExportBucket", it));
    context.export("deadLetterQueueUrl", storage.deferredUsers().deadLetterQueueUrl());
  }
}
