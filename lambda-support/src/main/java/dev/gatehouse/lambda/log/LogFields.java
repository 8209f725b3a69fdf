package dev.gatehouse.lambda.log;

import io.avaje.json.JsonWriter;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of a log line, with metrics in the CloudWatch embedded metric format. */
record LogFields(JsonWriter json) {
  private static final String NAMESPACE = "Gatehouse";
  private static final String OWN_CODE = "dev.gatehouse.";

  void text(String name, @Nullable String value) {
    if (value != null) {
      json.name(name);
      json.value(value);
    }
  }

  void number(String name, long value) {
    json.name(name);
    json.value(value);
  }

  /**
   * Writes the type of a failure, of its root cause, and its place in our code; never its message.
   */
  void failure(@Nullable Throwable failure) {
    if (failure == null) {
      return;
    }
    text("failure", failure.getClass().getName());
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    text("cause", cause == failure ? null : cause.getClass().getName());
    for (StackTraceElement frame : failure.getStackTrace()) {
      if (frame.getClassName().startsWith(OWN_CODE)) {
        text("at", frame.toString());
        return;
      }
    }
  }

  /** Writes the metrics with their counts. */
  void metrics(Map<String, Long> counts, Outcome outcome, long now) {
    if (counts.isEmpty()) {
      return;
    }
    json.name("_aws");
    json.beginObject();
    number("Timestamp", now);
    json.name("CloudWatchMetrics");
    json.beginArray();
    json.beginObject();
    text("Namespace", NAMESPACE);
    dimensions(outcome);
    definitions(counts.keySet());
    json.endObject();
    json.endArray();
    json.endObject();
    counts.forEach(this::number);
  }

  /** Writes the dimensions: none, and one each for a code and a rule. */
  private void dimensions(Outcome outcome) {
    json.name("Dimensions");
    json.beginArray();
    json.beginArray();
    json.endArray();
    dimension("code", outcome.code());
    dimension("rule", outcome.rule());
    json.endArray();
  }

  private void dimension(String name, @Nullable String value) {
    if (value != null) {
      json.beginArray();
      json.value(name);
      json.endArray();
    }
  }

  private void definitions(Set<String> metrics) {
    json.name("Metrics");
    json.beginArray();
    for (String metric : metrics) {
      json.beginObject();
      text("Name", metric);
      text("Unit", "Count");
      json.endObject();
    }
    json.endArray();
  }
}
