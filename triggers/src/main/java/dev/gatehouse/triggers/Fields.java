package dev.gatehouse.triggers;

import io.avaje.json.JsonWriter;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the fields of a log line, those of CloudWatch's embedded metric format among them. */
record Fields(JsonWriter json) {
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

  /** Names what was thrown, what was behind it and where in our code; never what it said. */
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

  /** Writes how often each of these was counted. */
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

  /** Counted in all and, where there is a code or a rule, once more by each. */
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
