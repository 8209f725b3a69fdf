package dev.gatehouse.local.inspect;

import dev.gatehouse.local.lambda.invoke.FunctionCall;

/** What the outcome of a function call means to a reader. */
public final class CallOutcome {

  private CallOutcome() {}

  /** Returns whether a call failed: a refusal is an answer and has not. */
  public static boolean failed(FunctionCall call) {
    return !call.outcome().equals(FunctionCall.SUCCEEDED)
        && !call.outcome().equals(FunctionCall.REFUSED);
  }
}
