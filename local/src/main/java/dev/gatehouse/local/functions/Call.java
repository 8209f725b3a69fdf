package dev.gatehouse.local.functions;

import java.time.Duration;
import java.time.Instant;

/**
 * Is one invocation that was asked for, for people to look at.
 *
 * @param caller the service that called, {@code lambda:InvokeFunction} for the Lambda API
 * @param event the payload, JSON
 * @param answer the function's answer or error payload, empty if there was none
 * @param duration how long the caller waited
 * @param cold whether this invocation had to start the process
 * @param outcome one of "answered", "failed", "given up", "denied" and "not found"
 */
public record Call(
    Instant at,
    String function,
    String caller,
    String event,
    String answer,
    Duration duration,
    boolean cold,
    String outcome) {

  /** Is who asked for what, before anything came of it. */
  record Asked(Instant at, String function, String caller, String event) {

    /** Returns the whole call, once it is known how it ended. */
    Call ended(Invocation invocation, Duration duration, boolean cold) {
      String answer =
          switch (invocation) {
            case Invocation.Answered answered -> answered.payload();
            case Invocation.Failed failed -> failed.payload();
            default -> "";
          };
      return new Call(at, function, caller, event, answer, duration, cold, outcome(invocation));
    }

    private static String outcome(Invocation invocation) {
      return switch (invocation) {
        case Invocation.Answered a -> "answered";
        case Invocation.Failed f -> "failed";
        case Invocation.GivenUp g -> "given up";
        case Invocation.Denied d -> "denied";
        case Invocation.NotFound n -> "not found";
      };
    }
  }
}
