package dev.gatehouse.api;

import io.avaje.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** Names what is counted, and writes it in CloudWatch's embedded metric format. */
enum Metric {
  ApiRefusals,
  ApiFailures,
  UserRepaired;

  private static final String NAMESPACE = "Gatehouse";

  /** Writes the count of what happened, if that is counted. */
  static void write(JsonWriter line, long now, Response.Note note) {
    Metric metric = of(note);
    if (metric == null) {
      return;
    }
    line.name("_aws");
    line.beginObject();
    line.name("Timestamp");
    line.value(now);
    line.name("CloudWatchMetrics");
    line.beginArray();
    metric.directive(line, note.problem() != null);
    line.endArray();
    line.endObject();
    line.name(metric.name());
    line.value(1);
  }

  private static @Nullable Metric of(Response.Note note) {
    Problem problem = note.problem();
    if (problem != null) {
      return problem.isFault() ? ApiFailures : ApiRefusals;
    }
    return note.repaired() ? UserRepaired : null;
  }

  /** Counts in all and, where there is a code, once more by code. */
  private void directive(JsonWriter line, boolean byCode) {
    line.beginObject();
    line.name("Namespace");
    line.value(NAMESPACE);
    line.name("Dimensions");
    line.beginArray();
    line.beginArray(); // not emptyArray(), which writes nothing where empty values are left out
    line.endArray();
    if (byCode) {
      line.beginArray();
      line.value("code");
      line.endArray();
    }
    line.endArray();
    line.name("Metrics");
    line.beginArray();
    line.beginObject();
    line.name("Name");
    line.value(name());
    line.name("Unit");
    line.value("Count");
    line.endObject();
    line.endArray();
    line.endObject();
  }
}
