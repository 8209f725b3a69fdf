package dev.gatehouse.local.lambda.invoke;

import org.jspecify.annotations.Nullable;

/** The result of a synchronous invocation. */
public sealed interface InvocationResult {

  /** A response of the function, JSON. */
  record Succeeded(String payload) implements InvocationResult {}

  /**
   * An error of the function: it threw an exception, crashed or ran into its own timeout.
   *
   * @param errorMessage the text that Lambda puts into {@code errorMessage}, null if the exception
   *     had none
   * @param payload the whole error payload, JSON
   */
  record Failed(@Nullable String errorMessage, String payload) implements InvocationResult {}

  /** The end of the caller's time limit, before the function responded. */
  record TimedOut() implements InvocationResult {}

  /** A refusal: the function's resource policy does not allow the caller. */
  record AccessDenied() implements InvocationResult {}

  /**
   * A refusal: as many events run at once as the function or the account may.
   *
   * @param reason Lambda's reason, such as {@code ConcurrentInvocationLimitExceeded}
   */
  record Throttled(String reason) implements InvocationResult {}

  /** A missing function, version or alias. */
  record NotFound() implements InvocationResult {}
}
