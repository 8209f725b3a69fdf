package dev.gatehouse.local.lambda.operations;

import dev.gatehouse.local.lambda.invoke.InvocationResult;
import dev.gatehouse.local.lambda.requests.InvocationTarget;

/** Invocation by a client of Lambda's API: IAM authorizes it, not the resource policy. */
@FunctionalInterface
public interface DirectInvoker {

  /** Runs the function once and waits for its result as long as the function may take. */
  InvocationResult invoke(InvocationTarget target, String event);
}
