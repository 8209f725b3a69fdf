package dev.gatehouse.api.http;

import io.avaje.jsonb.Json;

/** The body of an error: problem details (RFC 9457) with a stable code. */
@Json
record ProblemBody(String type, String title, int status, String detail, String code) {

  /** Returns the body of a problem, with a sentence about this occurrence. */
  public static ProblemBody of(Problem problem, String detail) {
    return new ProblemBody(
        problem.type(), problem.title(), problem.status(), detail, problem.name());
  }
}
