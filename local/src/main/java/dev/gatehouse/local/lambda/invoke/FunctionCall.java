package dev.gatehouse.local.lambda.invoke;

import dev.gatehouse.local.http.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A completed call of a function, for the console.
 *
 * @param id the request id of the invocation, which the function's log has too
 * @param trace the root of the trace that the call belongs to, empty outside of one
 * @param caller the service that called, {@code lambda:InvokeFunction} for clients of Lambda's API
 * @param event the payload, JSON
 * @param response the function's response or error payload, empty if there was none
 * @param duration the time that the caller waited
 * @param cold whether this invocation started the process
 * @param outcome one of "succeeded", "refused", "failed", "timed out", "denied", "throttled" and
 *     "not found"
 * @param code the code of a refusal, empty for every other outcome
 */
public record FunctionCall(
    String id,
    String trace,
    Instant at,
    String function,
    String caller,
    String event,
    String response,
    Duration duration,
    boolean cold,
    String outcome,
    String code) {

  /** The outcome of a call whose function responded. */
  public static final String SUCCEEDED = "succeeded";

  /**
   * The outcome of a trigger that refused what its event asks for, which is an answer and no
   * failure: its exception begins with a code, such as {@code EMAIL_DISPOSABLE: ...}.
   */
  public static final String REFUSED = "refused";

  private static final Pattern REFUSAL = Pattern.compile("([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+): .*");

  /** A call whose result is not known yet. */
  public record PendingCall(
      Instant at, String function, String caller, String event, String trace) {

    /** Creates a call within the current trace. */
    public PendingCall(Instant at, String function, String caller, String event) {
      this(at, function, caller, event, Trace.current());
    }

    /** Returns the completed call. */
    public FunctionCall complete(
        String id, InvocationResult result, Duration duration, boolean cold) {
      String response =
          switch (result) {
            case InvocationResult.Succeeded succeeded -> succeeded.payload();
            case InvocationResult.Failed failed -> failed.payload();
            default -> "";
          };
      String code = refusal(result);
      return new FunctionCall(
          id,
          trace,
          at,
          function,
          caller,
          event,
          response,
          duration,
          cold,
          code.isEmpty() ? outcome(result) : REFUSED,
          code);
    }

    private static String refusal(InvocationResult result) {
      if (result instanceof InvocationResult.Failed failed && failed.errorMessage() != null) {
        Matcher message = REFUSAL.matcher(failed.errorMessage());
        return message.lookingAt() ? message.group(1) : "";
      }
      return "";
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
