package dev.gatehouse.api;

import io.avaje.json.stream.BufferedJsonWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes one line of JSON for each invocation: what happened, never who or with what. */
final class InvocationLog {
  private final Consumer<String> sink;
  private final Clock clock;

  InvocationLog(Consumer<String> sink, Clock clock) {
    this.sink = sink;
    this.clock = clock;
  }

  /** Writes the line of an invocation that began at this time. */
  void write(Instant began, String requestId, String route, Response response) {
    long now = clock.millis();
    Response.Note note = response.note();
    Problem problem = note.problem();
    try (BufferedJsonWriter line = JsonText.writer()) {
      line.beginObject();
      Metric.write(line, now, note);
      text(line, "level", problem != null && problem.isFault() ? "ERROR" : "INFO");
      text(line, "function", "api");
      text(line, "route", route);
      text(line, "outcome", outcome(problem));
      text(line, "code", problem == null ? null : problem.name());
      text(line, "cause", note.origin());
      number(line, "status", response.status());
      number(line, "durationMs", now - began.toEpochMilli());
      text(line, "requestId", requestId);
      text(line, "sub", note.sub());
      line.endObject();
      sink.accept(line.result());
    }
  }

  private static String outcome(@Nullable Problem problem) {
    return problem == null ? "answered" : problem.isFault() ? "failed" : "refused";
  }

  private static void text(BufferedJsonWriter line, String name, @Nullable String value) {
    if (value != null) {
      line.name(name);
      line.value(value);
    }
  }

  private static void number(BufferedJsonWriter line, String name, long value) {
    line.name(name);
    line.value(value);
  }
}
