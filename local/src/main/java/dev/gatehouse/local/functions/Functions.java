package dev.gatehouse.local.functions;

import dev.gatehouse.local.functions.Call.Asked;
import dev.gatehouse.local.functions.Invocation.Answered;
import dev.gatehouse.local.functions.Invocation.Denied;
import dev.gatehouse.local.functions.Invocation.Failed;
import dev.gatehouse.local.functions.Invocation.GivenUp;
import dev.gatehouse.local.functions.Invocation.NotFound;
import dev.gatehouse.local.functions.Run.Done;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.plan.Plan;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Is AWS Lambda: every function of the plan, each in a process of its own. */
public final class Functions implements LambdaStarter, EventDelivery, Service, AutoCloseable {

  /**
   * Is what the functions need of the machine they run on.
   *
   * @param root the directory that the archives' paths in the plan start from
   * @param work where archives are unpacked and logs are written, such as {@code local/target}
   * @param awsUrl the endpoint of every AWS service, as the functions are told it
   * @param seen is told of every invocation
   */
  public record Settings(Path root, Path work, URI awsUrl, Consumer<Call> seen) {}

  /** Is who calls which function, and on whose behalf. */
  private record Caller(String functionArn, String principal, String sourceArn) {}

  private final Catalogue catalogue;
  private final ResourcePolicy policy;
  private final Map<LambdaVersion, Worker> workers = new LinkedHashMap<>();
  private final Consumer<Call> seen;
  private final LambdaApi api;
  private volatile boolean stopping;
  private final Thread atExit = new Thread(this::stop, "stop-functions");

  private Functions(Plan plan, Settings settings) {
    catalogue = new Catalogue(plan, settings.root());
    policy = new ResourcePolicy(plan, catalogue);
    seen = settings.seen();
    api = new LambdaApi(catalogue, policy, this::call);
    Path unpacked = settings.work().resolve("functions").toAbsolutePath();
    Host host = new Host(new RuntimeClient(unpacked), new Archives(unpacked), settings.awsUrl());
    Map<String, FunctionLog> logs = new LinkedHashMap<>();
    for (LambdaVersion version : catalogue.versions()) {
      FunctionLog log =
          logs.computeIfAbsent(
              version.function().name(),
              name -> FunctionLog.create(settings.work().resolve("logs"), name));
      workers.put(version, new Worker(version, host, log));
    }
  }

  /**
   * Returns the functions of the plan, none of them started; throws {@code PlanInvalid} for what
   * cannot be run.
   */
  public static Functions of(Plan plan, Settings settings) {
    Functions functions = new Functions(plan, settings);
    Runtime.getRuntime().addShutdownHook(functions.atExit);
    return functions;
  }

  /** Starts in the background the init of every function that the plan puts to use. */
  public void warmUp() {
    Thread.ofVirtual()
        .name("warm-up")
        .start(() -> {
          // One after the other: two at once on two cores are each as slow as both.
          for (LambdaVersion version : catalogue.inUse()) {
            warmUp(version);
          }
        });
  }

  /** Returns the names of all functions, in the order of the plan. */
  public List<String> names() {
    return catalogue.functions().stream().map(LambdaFunction::name).toList();
  }

  @Override
  public Invocation invoke(
      String functionArn, String principal, String sourceArn, String event, Duration patience) {
    return admitted(
        new Caller(functionArn, principal, sourceArn),
        event,
        (run, asked) -> await(run, asked, patience));
  }

  @Override
  public Invocation start(String functionArn, String principal, String sourceArn, String event) {
    return admitted(
        new Caller(functionArn, principal, sourceArn),
        event,
        (run, asked) -> {
          Thread.startVirtualThread(() -> await(run, asked, Duration.ofDays(1)));
          return new Answered("");
        });
  }

  /** Lets the event into the function's queue, if the function is there and lets the caller in. */
  private Invocation admitted(
      Caller caller, String event, BiFunction<Run, Asked, Invocation> then) {
    Optional<FunctionName> name = FunctionName.parse(caller.functionArn());
    Optional<LambdaVersion> version = name.flatMap(catalogue::find);
    String function = version.map(found -> found.function().name()).orElse(caller.functionArn());
    Asked asked = new Asked(Instant.now(), function, caller.principal(), event);
    if (version.isEmpty()) {
      return told(asked.ended(new NotFound(), Duration.ZERO, false), new NotFound());
    }
    if (!policy.allows(name.get(), caller.principal(), caller.sourceArn())) {
      return told(asked.ended(new Denied(), Duration.ZERO, false), new Denied());
    }
    return then.apply(worker(version.get()).submit(caller.functionArn(), event), asked);
  }

  @Override
  public Invocation deliver(String functionArn, String source, String event) {
    Optional<LambdaVersion> version = FunctionName.parse(functionArn).flatMap(catalogue::find);
    String function = version.map(found -> found.function().name()).orElse(functionArn);
    Asked asked = new Asked(Instant.now(), function, source, event);
    return version.isEmpty()
        ? told(asked.ended(new NotFound(), Duration.ZERO, false), new NotFound())
        : await(worker(version.get()).submit(functionArn, event), asked, Duration.ofDays(1));
  }

  @Override
  public Response answer(Request request) {
    return api.answer(request);
  }

  /** Kills every process of every function. */
  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The JVM is on its way out already, and has run it or will.
    }
  }

  private void stop() {
    stopping = true;
    workers.values().forEach(Worker::close);
  }

  /** Runs a function for the Lambda API, whose callers wait as long as the function may take. */
  private Invocation call(LambdaVersion version, String arn, String event) {
    Asked asked =
        new Asked(Instant.now(), version.function().name(), "lambda:InvokeFunction", event);
    return await(worker(version).submit(arn, event), asked, Duration.ofDays(1));
  }

  private Invocation await(Run run, Asked asked, Duration patience) {
    run.begun().join();
    try {
      Done done = run.done().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      Call call = asked.ended(done.invocation(), run.waited(), done.cold());
      return told(call, done.invocation());
    } catch (TimeoutException e) {
      // The function goes on, as on AWS: what it still does is done.
      return told(asked.ended(new GivenUp(), run.waited(), false), new GivenUp());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return told(asked.ended(new GivenUp(), run.waited(), false), new GivenUp());
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private Invocation told(Call call, Invocation invocation) {
    seen.accept(call);
    return invocation;
  }

  private void warmUp(LambdaVersion version) {
    Failed failure = worker(version).warmUp().join();
    if (failure != null && !stopping) {
      Asked asked = new Asked(Instant.now(), version.function().name(), "init", "");
      seen.accept(asked.ended(failure, Duration.ZERO, true));
    }
  }

  private Worker worker(LambdaVersion version) {
    return Objects.requireNonNull(workers.get(version));
  }
}
