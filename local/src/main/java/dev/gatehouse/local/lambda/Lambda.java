package dev.gatehouse.local.lambda;

import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.lambda.invoke.AsyncLambdaInvoker;
import dev.gatehouse.local.lambda.invoke.EventDelivery;
import dev.gatehouse.local.lambda.invoke.FunctionCall.PendingCall;
import dev.gatehouse.local.lambda.invoke.FunctionConcurrency;
import dev.gatehouse.local.lambda.invoke.InvocationResult;
import dev.gatehouse.local.lambda.invoke.InvocationResult.AccessDenied;
import dev.gatehouse.local.lambda.invoke.InvocationResult.Failed;
import dev.gatehouse.local.lambda.invoke.InvocationResult.NotFound;
import dev.gatehouse.local.lambda.invoke.InvocationResult.Succeeded;
import dev.gatehouse.local.lambda.invoke.ThrottledEvents;
import dev.gatehouse.local.lambda.operations.LambdaApi;
import dev.gatehouse.local.lambda.registry.FunctionName;
import dev.gatehouse.local.lambda.registry.FunctionRegistry;
import dev.gatehouse.local.lambda.registry.LambdaFunction;
import dev.gatehouse.local.lambda.registry.LambdaVersion;
import dev.gatehouse.local.lambda.registry.ResourcePolicy;
import dev.gatehouse.local.lambda.requests.InvocationTarget;
import dev.gatehouse.local.lambda.runtime.FunctionArchives;
import dev.gatehouse.local.lambda.runtime.FunctionLogs;
import dev.gatehouse.local.lambda.runtime.InvocationQueue;
import dev.gatehouse.local.lambda.runtime.PendingInvocation;
import dev.gatehouse.local.lambda.runtime.ProcessLauncher;
import dev.gatehouse.local.lambda.runtime.RuntimeInterfaceClient;
import dev.gatehouse.local.plan.Plan;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;

/** AWS Lambda: the functions of the plan, each version in processes of its own. */
public final class Lambda implements AsyncLambdaInvoker, EventDelivery, Service, AutoCloseable {

  private static final Logger LOG = System.getLogger(Lambda.class.getName());

  /** The caller of a function that the console calls again. */
  public static final String REPLAY = "replay";

  /** The time limit of callers that wait as long as the function may take. */
  private static final Duration UNLIMITED = Duration.ofDays(1);

  /** Lambda's default quota of concurrent executions in an account and a Region. */
  private static final int ACCOUNT_CONCURRENCY = 1_000;

  /** The service that calls a function, and the resource that causes the call. */
  private record ServiceCaller(String functionArn, String principal, String sourceArn) {}

  private final FunctionRegistry registry;
  private final ResourcePolicy policy;
  private final Map<LambdaVersion, InvocationQueue> queues = new LinkedHashMap<>();
  private final FunctionLogs logs;
  private final CallRecorder calls;
  private final LambdaApi api;
  private final FunctionArchives archives;
  private volatile boolean stopping;
  private final ThrottledEvents throttled = new ThrottledEvents(() -> stopping);
  private final Thread shutdownHook = new Thread(this::stop, "stop-functions");

  private Lambda(Plan plan, LambdaOptions options) {
    registry = new FunctionRegistry(plan, options.root());
    policy = new ResourcePolicy(plan, registry, options.state());
    calls = new CallRecorder(options.calls());
    api = new LambdaApi(registry, policy, this::invokeDirectly, this::invokeAsync);
    Path work = options.work().toAbsolutePath();
    archives = new FunctionArchives(work.resolve("functions"));
    ProcessLauncher launcher =
        new ProcessLauncher(
            new RuntimeInterfaceClient(work.resolve("native")),
            archives,
            options.awsUrl(),
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
   * Starts every version that can be called, and waits for their inits.
   *
   * @return the error messages of the inits that failed, by function
   */
  public Map<String, String> warmUp() {
    Map<String, String> errors = new LinkedHashMap<>();
    // As many at once as there are processors: more would each take as long as all.
    Semaphore processors = new Semaphore(Runtime.getRuntime().availableProcessors());
    Map<LambdaVersion, CompletableFuture<Optional<Failed>>> inits = new LinkedHashMap<>();
    for (LambdaVersion version : registry.inUse()) {
      processors.acquireUninterruptibly();
      inits.put(
          version,
          queue(version)
              .warmUp()
              .<Optional<Failed>>thenApply(Optional::ofNullable)
              .whenComplete((init, error) -> processors.release()));
    }
    inits.forEach(
        (version, init) ->
            failure(version, init.join())
                .ifPresent(
                    failure ->
                        errors.put(
                            version.function().name(),
                            Objects.requireNonNullElse(
                                failure.errorMessage(), failure.payload()))));
    Thread.ofVirtual().name("delete-archives").start(this::deleteUnusedArchives);
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
    PendingCall call = new PendingCall(Instant.now(), function, REPLAY, event);
    String arn = version.function().arn() + ":" + version.number();
    return calls.await(queue(version).submit(arn, event), call, UNLIMITED);
  }

  /** Returns the names of all functions, in the order of the plan. */
  public List<String> names() {
    return registry.functions().stream().map(LambdaFunction::name).toList();
  }

  @Override
  public InvocationResult invoke(
      String functionArn, String principal, String sourceArn, String event, Duration timeout) {
    return submit(
        new ServiceCaller(functionArn, principal, sourceArn),
        event,
        (invocation, call) -> calls.await(invocation, call, timeout));
  }

  @Override
  public InvocationResult invokeAsync(
      String functionArn, String principal, String sourceArn, String event) {
    ServiceCaller caller = new ServiceCaller(functionArn, principal, sourceArn);
    return submit(
        caller,
        event,
        (invocation, call) -> {
          Thread.startVirtualThread(
              () ->
                  throttled.run(
                      calls.await(invocation, call, UNLIMITED),
                      () ->
                          submit(
                              caller,
                              event,
                              (again, next) -> calls.await(again, next, UNLIMITED))));
          return new Succeeded("");
        });
  }

  /** Queues the event if the function exists and its resource policy allows the caller. */
  private InvocationResult submit(
      ServiceCaller caller,
      String event,
      BiFunction<PendingInvocation, PendingCall, InvocationResult> then) {
    Optional<FunctionName> name = FunctionName.parse(caller.functionArn());
    Optional<LambdaVersion> version = name.flatMap(registry::find);
    String function = version.map(found -> found.function().name()).orElse(caller.functionArn());
    PendingCall call = new PendingCall(Instant.now(), function, caller.principal(), event);
    if (version.isEmpty()) {
      return calls.record(call, new NotFound());
    }
    if (!policy.allows(name.get(), caller.principal(), caller.sourceArn())) {
      return calls.record(call, new AccessDenied());
    }
    return then.apply(queue(version.get()).submit(caller.functionArn(), event), call);
  }

  @Override
  public InvocationResult deliver(String functionArn, String source, String event) {
    Optional<LambdaVersion> version = FunctionName.parse(functionArn).flatMap(registry::find);
    String function = version.map(found -> found.function().name()).orElse(functionArn);
    PendingCall call = new PendingCall(Instant.now(), function, source, event);
    return version.isEmpty()
        ? calls.record(call, new NotFound())
        : calls.await(queue(version.get()).submit(functionArn, event), call, UNLIMITED);
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
    queues.values().forEach(InvocationQueue::close);
    try {
      archives.close();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "The leases of unpacked archives did not end: {0}", e);
    }
  }

  private void invokeAsync(InvocationTarget target, String event) {
    Thread.startVirtualThread(
        () -> throttled.run(invokeDirectly(target, event), () -> invokeDirectly(target, event)));
  }

  private InvocationResult invokeDirectly(InvocationTarget target, String event) {
    String function = target.version().function().name();
    PendingCall call = new PendingCall(Instant.now(), function, "lambda:InvokeFunction", event);
    return calls.await(queue(target.version()).submit(target.invokedArn(), event), call, UNLIMITED);
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
