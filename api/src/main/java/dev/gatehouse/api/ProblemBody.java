package dev.gatehouse.api;

import io.avaje.jsonb.Json;

/** Is the body of every error, as RFC 9457 has it, with a code for programs. */
@Json
record ProblemBody(String type, String title, int status, String detail, String code) {

  /** Returns the body of this problem, with a sentence about this occurrence. */
  static ProblemBody of(Problem problem, String detail) {
    return new ProblemBody(
        problem.type(), problem.title(), problem.status(), detail, problem.name());
  }
}
