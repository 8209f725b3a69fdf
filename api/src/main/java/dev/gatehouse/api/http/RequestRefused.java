package dev.gatehouse.api.http;

import org.jspecify.annotations.Nullable;

/** The refusal of a request, with the problem that the client receives. */
public final class RequestRefused extends RuntimeException {
  private final Problem problem;
  private final String detail;
  private final @Nullable String errorType;

  private RequestRefused(Problem problem, String detail, @Nullable String errorType) {
    // No stack trace: a refusal is a response, not a failure.
    super(problem.name(), null, false, false);
    this.problem = problem;
    this.detail = detail;
    this.errorType = errorType;
  }

  /** Returns a refusal with the problem's own sentence. */
  public static RequestRefused because(Problem problem) {
    return new RequestRefused(problem, problem.detail(), null);
  }

  /** Returns a refusal with a sentence that must not repeat anything of the request. */
  public static RequestRefused because(Problem problem, String detail) {
    return new RequestRefused(problem, detail, null);
  }

  /** Returns this refusal with the type of the error that caused it, for the log only. */
  public RequestRefused causedBy(String type) {
    return new RequestRefused(problem, detail, type);
  }

  /** Returns whether another service's error of this type caused it. */
  public boolean isCausedBy(String type) {
    return type.equals(errorType);
  }

  /** Returns the problem. */
  public Problem problem() {
    return problem;
  }

  /** Returns the sentence about this occurrence. */
  public String detail() {
    return detail;
  }

  /** Returns the type of the error of another service that caused it, or null. */
  @Nullable String errorType() {
    return errorType;
  }
}
