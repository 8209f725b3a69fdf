package dev.gatehouse.lambda.log;

import io.avaje.json.JsonWriter;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of a log line, with metrics in the CloudWatch embedded metric format. */
record LogFields(JsonWriter json) {
  private static final String NAMESPACE = "Gatehouse";
  private static final String STACK = "stack";
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

  /** Writes the metrics with their counts, and the value of their dimension for the stack. */
  void metrics(Map<String, Long> counts, @Nullable String stack, Outcome outcome, long now) {
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
    dimensions(stack, outcome);
    definitions(counts.keySet());
    json.endObject();
    json.endArray();
    json.endObject();
    text(STACK, stack);
    counts.forEach(this::number);
  }

  /** Writes the dimensions: the stack alone, and with a code and with a rule. */
  private void dimensions(@Nullable String stack, Outcome outcome) {
    json.name("Dimensions");
    json.beginArray();
    dimensionSet(stack, null);
    if (outcome.code() != null) {
      dimensionSet(stack, "code");
    }
    if (outcome.rule() != null) {
      dimensionSet(stack, "rule");
    }
    json.endArray();
  }

  private void dimensionSet(@Nullable String stack, @Nullable String name) {
    json.beginArray();
    if (stack != null) {
      json.value(STACK);
    }
    if (name != null) {
      json.value(name);
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
