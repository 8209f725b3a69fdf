package dev.gatehouse.local.lambda;

import dev.gatehouse.local.lambda.invoke.FunctionCall;
import dev.gatehouse.local.lambda.invoke.FunctionCall.PendingCall;
import dev.gatehouse.local.lambda.invoke.InvocationResult;
import dev.gatehouse.local.lambda.invoke.InvocationResult.TimedOut;
import dev.gatehouse.local.lambda.runtime.PendingInvocation;
import dev.gatehouse.local.lambda.runtime.PendingInvocation.Completion;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * The wait for the results of calls, each of which is told.
 *
 * @param told is called with every completed call
 */
record CallRecorder(Consumer<FunctionCall> told) {

  /** Waits for the result of an invocation within the caller's time limit. */
  InvocationResult await(PendingInvocation invocation, PendingCall call, Duration timeout) {
    invocation.started().join();
    try {
      Completion completion =
          invocation.completion().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return complete(invocation, call, completion.result(), completion.cold());
    } catch (TimeoutException e) {
      // The function runs on, as on AWS.
      return complete(invocation, call, new TimedOut(), false);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return complete(invocation, call, new TimedOut(), false);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private InvocationResult complete(
      PendingInvocation invocation, PendingCall call, InvocationResult result, boolean cold) {
    told.accept(call.complete(invocation.requestId(), result, invocation.elapsed(), cold));
    return result;
  }

  /** Records a call without an invocation and returns its result. */
  InvocationResult record(PendingCall call, InvocationResult result) {
    told.accept(call.complete(UUID.randomUUID().toString(), result, Duration.ZERO, false));
    return result;
  }
}
