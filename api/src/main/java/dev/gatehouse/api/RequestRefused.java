package dev.gatehouse.api;

import org.jspecify.annotations.Nullable;

/** Ends a request with a problem that the caller is told. */
final class RequestRefused extends RuntimeException {
  private final Problem problem;
  private final String detail;
  private final @Nullable String origin;

  private RequestRefused(Problem problem, String detail, @Nullable String origin) {
    // An answer, not a fault: nobody reads its stack trace.
    super(problem.name(), null, false, false);
    this.problem = problem;
    this.detail = detail;
    this.origin = origin;
  }

  /** Refuses with the problem's own sentence. */
  static RequestRefused because(Problem problem) {
    return new RequestRefused(problem, problem.detail(), null);
  }

  /** Refuses with a sentence of this occurrence, which must not echo what the caller sent. */
  static RequestRefused because(Problem problem, String detail) {
    return new RequestRefused(problem, detail, null);
  }

  /** Returns the same refusal with the type of the error behind it, for the log only. */
  RequestRefused causedBy(String errorType) {
    return new RequestRefused(problem, detail, errorType);
  }

  /** Returns what the caller is told. */
  Problem problem() {
    return problem;
  }

  /** Returns the sentence for people. */
  String detail() {
    return detail;
  }

  /** Returns the type of the error behind it, if another service raised one. */
  @Nullable String origin() {
    return origin;
  }
}
