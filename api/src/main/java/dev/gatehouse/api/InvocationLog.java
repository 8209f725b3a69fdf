package dev.gatehouse.api;

import io.avaje.json.JsonWriter;
import io.avaje.json.stream.BufferedJsonWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes one line for each invocation: what happened, never who or with what. */
final class InvocationLog {
  private static final String FUNCTION = "api";

  private final Consumer<String> sink;
  private final Clock clock;

  InvocationLog(Consumer<String> sink, Clock clock) {
    this.sink = sink;
    this.clock = clock;
  }

  /** Writes the line of an invocation that began at this time. */
  void write(Instant began, String requestId, String route, Response response) {
    try (BufferedJsonWriter line = JsonText.writer()) {
      line.beginObject();
      field(line, "function", FUNCTION);
      field(line, "route", route);
      field(line, "outcome", outcome(response.note().problem()));
      field(line, "code", code(response.note().problem()));
      field(line, "cause", response.note().origin());
      field(line, "sub", response.note().sub());
      field(line, "requestId", requestId);
      line.name("status");
      line.value(response.status());
      line.name("durationMs");
      line.value(clock.millis() - began.toEpochMilli());
      metrics(line, response.note());
      line.endObject();
      sink.accept(line.result());
    }
  }

  /** Writes the counts in CloudWatch's embedded metric format, if there is something to count. */
  private void metrics(JsonWriter line, Response.Note note) {
    Problem problem = note.problem();
    List<String> counts = new ArrayList<>();
    if (problem != null) {
      counts.add(problem.isFault() ? "Failed" : "Refused");
    }
    if (note.repaired()) {
      counts.add("UserRepaired");
    }
    if (counts.isEmpty()) {
      return;
    }
    for (String count : counts) {
      line.name(count);
      line.value(1);
    }
    line.name("_aws");
    line.beginObject();
    line.name("Timestamp");
    line.value(clock.millis());
    line.name("CloudWatchMetrics");
    line.beginArray();
    directive(line, problem == null ? List.of("function") : List.of("function", "code"), counts);
    line.endArray();
    line.endObject();
  }

  private static void directive(JsonWriter line, List<String> dimensions, List<String> counts) {
    line.beginObject();
    field(line, "Namespace", "Gatehouse");
    line.name("Dimensions");
    line.beginArray();
    strings(line, dimensions);
    line.endArray();
    line.name("Metrics");
    line.beginArray();
    for (String count : counts) {
      line.beginObject();
      field(line, "Name", count);
      field(line, "Unit", "Count");
      line.endObject();
    }
    line.endArray();
    line.endObject();
  }

  private static void strings(JsonWriter line, List<String> values) {
    line.beginArray();
    values.forEach(line::value);
    line.endArray();
  }

  private static void field(JsonWriter line, String name, @Nullable String value) {
    if (value != null) {
      line.name(name);
      line.value(value);
    }
  }

  private static String outcome(@Nullable Problem problem) {
    return problem == null ? "answered" : problem.isFault() ? "failed" : "refused";
  }

  private static @Nullable String code(@Nullable Problem problem) {
    return problem == null ? null : problem.name();
  }
}
