package dev.gatehouse.local.lambda;

import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.lambda.invoke.AsyncEvents;
import dev.gatehouse.local.lambda.invoke.AsyncLambdaInvoker;
import dev.gatehouse.local.lambda.invoke.EventDelivery;
import dev.gatehouse.local.lambda.invoke.FunctionCall.PendingCall;
import dev.gatehouse.local.lambda.invoke.FunctionConcurrency;
import dev.gatehouse.local.lambda.invoke.InvocationResult;
import dev.gatehouse.local.lambda.invoke.InvocationResult.Failed;
import dev.gatehouse.local.lambda.operations.LambdaApi;
import dev.gatehouse.local.lambda.registry.EventInvokeConfigs;
import dev.gatehouse.local.lambda.registry.FunctionRegistry;
import dev.gatehouse.local.lambda.registry.LambdaFunction;
import dev.gatehouse.local.lambda.registry.LambdaVersion;
import dev.gatehouse.local.lambda.registry.PoolTriggers;
import dev.gatehouse.local.lambda.registry.ResourcePolicy;
import dev.gatehouse.local.lambda.runtime.FunctionArchives;
import dev.gatehouse.local.lambda.runtime.FunctionLogs;
import dev.gatehouse.local.lambda.runtime.InvocationQueue;
import dev.gatehouse.local.lambda.runtime.ProcessLauncher;
import dev.gatehouse.local.lambda.runtime.RuntimeInterfaceClient;
import dev.gatehouse.local.plan.Plan;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/** AWS Lambda: the functions of the plan, each version in processes of its own. */
public final class Lambda implements AsyncLambdaInvoker, EventDelivery, Service, AutoCloseable {

  private static final Logger LOG = System.getLogger(Lambda.class.getName());

  /** The caller of a function that the console calls again. */
  public static final String REPLAY = "replay";

  /** Lambda's default quota of concurrent executions in an account and a Region. */
  private static final int ACCOUNT_CONCURRENCY = 1_000;

  private final FunctionRegistry registry;
  private final ResourcePolicy policy;
  private final PoolTriggers triggers;
  private final Map<LambdaVersion, InvocationQueue> queues = new LinkedHashMap<>();
  private final FunctionLogs logs;
  private final CallRecorder calls;
  private final LambdaApi api;
  private final FunctionArchives archives;
  private volatile boolean stopping;
  private final AsyncEvents events;
  private final Invocations invocations;
  private final Thread shutdownHook = new Thread(this::stop, "stop-functions");

  private Lambda(Plan plan, LambdaOptions options) {
    registry = new FunctionRegistry(plan, options.root());
    policy = new ResourcePolicy(plan, registry, options.state());
    triggers = new PoolTriggers(plan);
    events = new AsyncEvents(options.clock());
    calls = new CallRecorder(options.calls());
    EventInvokeConfigs configs = EventInvokeConfigs.of(plan);
    invocations = new Invocations(registry, policy, configs, this::queue, calls, events);
    api = new LambdaApi(registry, policy, invocations::invoke, invocations::invokeAsync);
    Path work = options.work().toAbsolutePath();
    archives = new FunctionArchives(work.resolve("functions"));
    ProcessLauncher launcher =
        new ProcessLauncher(
            new RuntimeInterfaceClient(work.resolve("native")),
            archives,
            options.endpoints(),
            options.roles(),
            options.faults(),
            options.classes());
    logs = new FunctionLogs(plan, registry.functions(), options.logs(), options.roles());
    Map<LambdaFunction, FunctionConcurrency> concurrency = new LinkedHashMap<>();
    Semaphore account = new Semaphore(ACCOUNT_CONCURRENCY);
    for (LambdaVersion version : registry.versions()) {
      queues.put(
          version,
          new InvocationQueue(
              version,
              launcher,
              logs.of(version.function()),
              concurrency.computeIfAbsent(
                  version.function(),
                  function -> FunctionConcurrency.of(function.reservedConcurrency(), account))));
    }
  }

  /**
   * Returns the functions of the plan, none of them started; throws {@code PlanInvalid} for a
   * function that is not supported.
   */
  public static Lambda of(Plan plan, LambdaOptions options) {
    Lambda lambda = new Lambda(plan, options);
    Runtime.getRuntime().addShutdownHook(lambda.shutdownHook);
    return lambda;
  }

  /**
   * Starts every version that a service calls while a client waits for its first answer, and waits
   * for their inits.
   *
   * @return the error messages of the inits that failed, by function
   */
  public Map<String, String> warmUp() {
    // The API first, which takes longest; as many at once as there are processors: more would each
    // take as long as all.
    return warmUp(
        registry.inUse().stream()
            .filter(this::isFirst)
            .sorted(Comparator.comparing(triggers::isOfSignUp))
            .toList(),
        Runtime.getRuntime().availableProcessors());
  }

  /**
   * Starts every other version, one after the other: those that a user pool calls after a sign-up,
   * then those that queues, schedules and administrators call; then deletes archives that no
   * function uses.
   *
   * @return the error messages of the inits that failed, by function
   */
  public Map<String, String> warmUpOthers() {
    Map<String, String> errors =
        warmUp(
            registry.inUse().stream()
                .filter(version -> !isFirst(version))
                .sorted(Comparator.comparing(version -> !policy.hasCaller(version)))
                .toList(),
            1);
    Thread.ofVirtual().name("delete-archives").start(this::deleteUnusedArchives);
    return errors;
  }

  private boolean isFirst(LambdaVersion version) {
    return policy.hasCaller(version) && !triggers.isLater(version);
  }

  private Map<String, String> warmUp(List<LambdaVersion> versions, int atOnce) {
    Semaphore free = new Semaphore(atOnce);
    Map<LambdaVersion, CompletableFuture<Optional<Failed>>> inits = new LinkedHashMap<>();
    for (LambdaVersion version : versions) {
      free.acquireUninterruptibly();
      inits.put(
          version,
          queue(version)
              .warmUp()
              .<Optional<Failed>>thenApply(Optional::ofNullable)
              .whenComplete((init, error) -> free.release()));
    }
    Map<String, String> errors = new LinkedHashMap<>();
    inits.forEach(
        (version, init) ->
            failure(version, init.join())
                .ifPresent(
                    failure ->
                        errors.put(
                            version.function().name(),
                            Objects.requireNonNullElse(
                                failure.errorMessage(), failure.payload()))));
    return errors;
  }

  private void deleteUnusedArchives() {
    try {
      if (!stopping) {
        archives.deleteUnused();
      }
    } catch (IOException e) {
      LOG.log(Level.WARNING, "Unpacked archives that nobody uses were not deleted: {0}", e);
    }
  }

  /** Returns the logs and traces. */
  public FunctionLogs logs() {
    return logs;
  }

  /** Returns the policies of functions. */
  public ResourcePolicy policy() {
    return policy;
  }

  /** Returns all functions, in the order of the plan. */
  public List<LambdaFunction> functions() {
    return registry.functions();
  }

  /**
   * Runs the version in use of a function once more, with an event of the console's, and waits for
   * its result.
   *
   * @param function the name of a function of the plan
   */
  public InvocationResult replay(String function, String event) {
    LambdaVersion version =
        registry.inUse().stream()
            .filter(each -> each.function().name().equals(function))
            .findFirst()
            .orElseThrow();
    return invocations.replay(version, event);
  }

  /** Returns the names of all functions, in the order of the plan. */
  public List<String> names() {
    return registry.functions().stream().map(LambdaFunction::name).toList();
  }

  @Override
  public InvocationResult invoke(
      String functionArn, String principal, String sourceArn, String event, Duration timeout) {
    return invocations.invoke(functionArn, principal, sourceArn, event, timeout);
  }

  @Override
  public InvocationResult invokeAsync(
      String functionArn, String principal, String sourceArn, String event) {
    return invocations.invokeAsync(functionArn, principal, sourceArn, event);
  }

  /** Lets events that wait for another attempt look again, after the clock was moved. */
  public void clockMoved() {
    events.clockMoved();
  }

  @Override
  public InvocationResult deliver(String functionArn, String source, String event) {
    return invocations.deliver(functionArn, source, event);
  }

  @Override
  public Response handle(Request request) {
    return api.handle(request);
  }

  /** Kills every process of every function. */
  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(shutdownHook);
    } catch (IllegalStateException e) {
      // The JVM is shutting down: the hook has run or will run.
    }
  }

  private void stop() {
    stopping = true;
    events.close();
    queues.values().forEach(InvocationQueue::close);
    try {
      archives.close();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "The leases of unpacked archives did not end: {0}", e);
    }
  }

  private Optional<Failed> failure(LambdaVersion version, Optional<Failed> init) {
    Optional<Failed> failure = init.filter(it -> !stopping);
    if (failure.isPresent()) {
      PendingCall call = new PendingCall(Instant.now(), version.function().name(), "init", "");
      calls.record(call, failure.get());
    }
    return failure;
  }

  private InvocationQueue queue(LambdaVersion version) {
    return Objects.requireNonNull(queues.get(version));
  }
}
