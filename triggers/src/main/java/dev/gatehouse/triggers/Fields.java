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

  /** Writes how often each of these was counted, in all and, where there is a code, by code. */
  void metrics(Map<String, Long> counts, boolean byCode, long now) {
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
    dimensions(byCode);
    definitions(counts.keySet());
    json.endObject();
    json.endArray();
    json.endObject();
    counts.forEach(this::number);
  }

  private void dimensions(boolean byCode) {
    json.name("Dimensions");
    json.beginArray();
    json.beginArray();
    json.endArray();
    if (byCode) {
      json.beginArray();
      json.value("code");
      json.endArray();
    }
    json.endArray();
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
