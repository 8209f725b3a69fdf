package dev.gatehouse.local.lambda;

import dev.gatehouse.local.http.Trace;
import dev.gatehouse.local.lambda.invoke.AsyncEvents;
import dev.gatehouse.local.lambda.invoke.AsyncLambdaInvoker;
import dev.gatehouse.local.lambda.invoke.EventDelivery;
import dev.gatehouse.local.lambda.invoke.FunctionCall.PendingCall;
import dev.gatehouse.local.lambda.invoke.InvocationResult;
import dev.gatehouse.local.lambda.invoke.InvocationResult.AccessDenied;
import dev.gatehouse.local.lambda.invoke.InvocationResult.NotFound;
import dev.gatehouse.local.lambda.invoke.InvocationResult.Succeeded;
import dev.gatehouse.local.lambda.registry.EventInvokeConfigs;
import dev.gatehouse.local.lambda.registry.FunctionName;
import dev.gatehouse.local.lambda.registry.FunctionRegistry;
import dev.gatehouse.local.lambda.registry.LambdaVersion;
import dev.gatehouse.local.lambda.registry.ResourcePolicy;
import dev.gatehouse.local.lambda.requests.InvocationTarget;
import dev.gatehouse.local.lambda.runtime.InvocationQueue;
import dev.gatehouse.local.lambda.runtime.PendingInvocation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The invocations of functions, each of which is told.
 *
 * @param queues returns the queue of a version
 * @param events the events of asynchronous invocations
 */
record Invocations(
    FunctionRegistry registry,
    ResourcePolicy policy,
    EventInvokeConfigs configs,
    Function<LambdaVersion, InvocationQueue> queues,
    CallRecorder calls,
    AsyncEvents events)
    implements AsyncLambdaInvoker, EventDelivery {

  /** The time limit of callers that wait as long as the function may take. */
  private static final Duration UNLIMITED = Duration.ofDays(1);

  /** The service that calls a function, and the resource that causes the call. */
  private record ServiceCaller(String functionArn, String principal, String sourceArn) {}

  @Override
  public InvocationResult invoke(
      String functionArn, String principal, String sourceArn, String event, Duration timeout) {
    return submit(
        new ServiceCaller(functionArn, principal, sourceArn),
        PendingInvocation.newId(),
        event,
        (invocation, call) -> calls.await(invocation, call, timeout));
  }

  @Override
  public InvocationResult invokeAsync(
      String functionArn, String principal, String sourceArn, String event) {
    ServiceCaller caller = new ServiceCaller(functionArn, principal, sourceArn);
    String id = PendingInvocation.newId();
    return submit(
        caller,
        id,
        event,
        (invocation, call) -> {
          send(
              FunctionName.parse(functionArn).orElseThrow(),
              invocation.trace(),
              () -> calls.await(invocation, call, UNLIMITED),
              () -> submit(caller, id, event, this::await));
          return new Succeeded("");
        });
  }

  /** Queues an event of a client of Lambda's API, which IAM authorized. */
  void invokeAsync(InvocationTarget target, String event) {
    String id = PendingInvocation.newId();
    String trace = Trace.currentOrNew();
    Supplier<InvocationResult> attempt = () -> invoke(target, id, event);
    send(target.name(), trace, () -> Trace.in(trace, attempt), attempt);
  }

  /** Runs a function for a client of Lambda's API, which IAM authorized. */
  InvocationResult invoke(InvocationTarget target, String event) {
    return invoke(target, PendingInvocation.newId(), event);
  }

  private InvocationResult invoke(InvocationTarget target, String id, String event) {
    PendingCall call = call(target.version(), "lambda:InvokeFunction", event);
    return await(queue(target.version()).submit(id, target.invokedArn(), event), call);
  }

  /** Runs a version once more, with an event of the console's. */
  InvocationResult replay(LambdaVersion version, String event) {
    String arn = version.function().arn() + ":" + version.number();
    return await(queue(version).submit(arn, event), call(version, Lambda.REPLAY, event));
  }

  @Override
  public InvocationResult deliver(String functionArn, String source, String event) {
    Optional<LambdaVersion> version = FunctionName.parse(functionArn).flatMap(registry::find);
    return version.isEmpty()
        ? calls.record(new PendingCall(Instant.now(), functionArn, source, event), new NotFound())
        : await(
            queue(version.get()).submit(functionArn, event), call(version.get(), source, event));
  }

  /** Sends an event until it is done; each attempt has the same request id and trace. */
  private void send(
      FunctionName name,
      String trace,
      Supplier<InvocationResult> first,
      Supplier<InvocationResult> again) {
    Thread.startVirtualThread(
        () -> events.run(configs.of(name), name.name(), first, () -> Trace.in(trace, again)));
  }

  /** Queues the event if the function exists and its resource policy allows the caller. */
  private InvocationResult submit(
      ServiceCaller caller,
      String id,
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
    return then.apply(queue(version.get()).submit(id, caller.functionArn(), event), call);
  }

  private InvocationResult await(PendingInvocation invocation, PendingCall call) {
    return calls.await(invocation, call, UNLIMITED);
  }

  private static PendingCall call(LambdaVersion version, String caller, String event) {
    return new PendingCall(Instant.now(), version.function().name(), caller, event);
  }

  private InvocationQueue queue(LambdaVersion version) {
    return queues.apply(version);
  }
}
