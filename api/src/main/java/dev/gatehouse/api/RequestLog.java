package dev.gatehouse.api;

import dev.gatehouse.api.http.Problem;
import dev.gatehouse.api.http.Response;
import dev.gatehouse.lambda.log.InvocationLog.Invocation;
import dev.gatehouse.lambda.log.Outcome;
import org.jspecify.annotations.Nullable;

/** The log line of a request: its route, status and outcome, and the metric that counts it. */
final class RequestLog {
  private RequestLog() {}

  /** Writes the line of a request. */
  static void write(Invocation invocation, String route, Response response) {
    Response.LogNote note = response.logNote();
    invocation.answered(route, response.status());
    invocation.about(note.sub());
    invocation.causedBy(note.errorType());
    invocation.ended(outcome(note.problem(), note.metric()));
  }

  private static Outcome outcome(@Nullable Problem problem, @Nullable String metric) {
    if (problem == null) {
      Outcome success = Outcome.of("answered");
      return metric == null ? success : success.countedAs(metric);
    }
    return problem.isFault()
        ? Outcome.error("failed", problem.name()).countedAs("ApiFailures")
        : Outcome.of("refused").withCode(problem.name()).countedAs("ApiRefusals");
  }
}
