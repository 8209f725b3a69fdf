package dev.gatehouse.local.lambda.runtime;

import dev.gatehouse.local.faults.Fault;
import dev.gatehouse.local.faults.Faults;
import dev.gatehouse.local.lambda.invoke.InvocationResult;
import dev.gatehouse.local.lambda.runtime.RuntimeApi.Event;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** The faults that hit the invocations of one function. */
record FunctionFaults(String function, Faults faults) {

  private static final Duration MOMENT = Duration.ofMillis(5);

  /** The exit status of a process that SIGKILL ended. */
  private static final int KILLED = 137;

  /** Sends the event to the process and waits for its result. */
  @FunctionalInterface
  interface Run {
    InvocationResult result() throws TimeoutException;
  }

  /** Runs an event as the fault that hits it says, if there is one. */
  InvocationResult run(Event event, Duration timeout, Run run, Runnable kill)
      throws TimeoutException {
    Optional<Fault> hit = faults.ofFunction(function);
    if (hit.isEmpty()) {
      return run.result();
    }
    Fault fault = hit.get();
    return switch (fault.effect()) {
      case ERROR ->
          fault.error().equals("throttling")
              ? new InvocationResult.Throttled("ReservedFunctionConcurrentInvocationLimitExceeded")
              : ErrorPayload.injected(fault.error());
      case DELAY -> {
        waitFor(fault.delay(), timeout);
        yield run.result();
      }
      case HANG -> {
        Faults.pause(timeout);
        throw new TimeoutException();
      }
      case OUT_OF_MEMORY -> {
        kill(run, kill);
        yield ErrorPayload.outOfMemory(event.requestId());
      }
      default -> {
        kill(run, kill);
        yield ErrorPayload.exited(event.requestId(), KILLED);
      }
    };
  }

  /** Waits, but no longer than the function's own timeout. */
  private static void waitFor(Duration delay, Duration timeout) throws TimeoutException {
    if (delay.compareTo(timeout) >= 0) {
      Faults.pause(timeout);
      throw new TimeoutException();
    }
    Faults.pause(delay);
  }

  /** Kills the process a moment after it has the event; nobody gets its response, if it has one. */
  private static void kill(Run run, Runnable kill) throws TimeoutException {
    Thread.startVirtualThread(
        () -> {
          Faults.pause(MOMENT);
          kill.run();
        });
    InvocationResult unused = run.result();
    kill.run();
  }
}
