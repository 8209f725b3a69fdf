package dev.gatehouse.local.functions;

import org.jspecify.annotations.Nullable;

/** Is what came of one synchronous invocation. */
public sealed interface Invocation {

  /** The function answered with this JSON. */
  record Answered(String payload) implements Invocation {}

  /**
   * The function failed: it threw, crashed, or ran into its own timeout.
   *
   * @param errorMessage the text that Lambda puts into {@code errorMessage}, null if the exception
   *     had none
   * @param payload the whole error payload, JSON
   */
  record Failed(@Nullable String errorMessage, String payload) implements Invocation {}

  /** The caller's patience ran out before the function answered. */
  record GivenUp() implements Invocation {}

  /** The function's resource policy does not let this caller in. */
  record Denied() implements Invocation {}

  /** There is no such function, version or alias. */
  record NotFound() implements Invocation {}
}
