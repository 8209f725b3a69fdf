package dev.gatehouse.local.lambda.invoke;

import java.time.Duration;
import java.time.Instant;

/**
 * A completed call of a function, for the console.
 *
 * @param caller the service that called, {@code lambda:InvokeFunction} for clients of Lambda's API
 * @param event the payload, JSON
 * @param response the function's response or error payload, empty if there was none
 * @param duration the time that the caller waited
 * @param cold whether this invocation started the process
 * @param outcome one of "succeeded", "failed", "timed out", "denied", "throttled" and "not found"
 */
public record FunctionCall(
    Instant at,
    String function,
    String caller,
    String event,
    String response,
    Duration duration,
    boolean cold,
    String outcome) {

  /** The outcome of a call whose function responded. */
  public static final String SUCCEEDED = "succeeded";

  /** A call whose result is not known yet. */
  public record PendingCall(Instant at, String function, String caller, String event) {

    /** Returns the completed call. */
    public FunctionCall complete(InvocationResult result, Duration duration, boolean cold) {
      String response =
          switch (result) {
            case InvocationResult.Succeeded succeeded -> succeeded.payload();
            case InvocationResult.Failed failed -> failed.payload();
            default -> "";
          };
      return new FunctionCall(
          at, function, caller, event, response, duration, cold, outcome(result));
    }

    private static String outcome(InvocationResult result) {
      return switch (result) {
        case InvocationResult.Succeeded s -> SUCCEEDED;
        case InvocationResult.Failed f -> "failed";
        case InvocationResult.TimedOut t -> "timed out";
        case InvocationResult.AccessDenied d -> "denied";
        case InvocationResult.Throttled t -> "throttled";
        case InvocationResult.NotFound n -> "not found";
      };
    }
  }
}
