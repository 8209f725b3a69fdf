package dev.gatehouse.pulumi.rules;

import static dev.gatehouse.pulumi.plan.RecordedPlan.input;
import static dev.gatehouse.pulumi.plan.RecordedPlan.inputs;
import static dev.gatehouse.pulumi.plan.RecordedPlan.text;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The metrics of a plan's alarms and dashboard. */
final class MonitoredMetrics {
  private static final Pattern SEARCH =
      Pattern.compile(
          "SEARCH\\('\\{([^,}]+),([^}]+)} MetricName=\"([^\"]+)\" stack=\"[^\"]+\"', '[^']+', \\d+\\)");

  /** A metric with the names of its dimensions. */
  record MetricName(String namespace, String name, Set<String> dimensions) {}

  private MonitoredMetrics() {}

  static List<JsonObject> alarms(Variant variant) {
    return variant.plan().ofType("aws:cloudwatch/metricAlarm:MetricAlarm");
  }

  static JsonArray widgets(Variant variant) {
    JsonObject dashboard = variant.plan().only("aws:cloudwatch/dashboard:Dashboard");
    return JsonParser.parseString(input(dashboard, "dashboardBody"))
        .getAsJsonObject()
        .getAsJsonArray("widgets");
  }

  static List<MetricName> metrics(Variant variant) {
    List<MetricName> names = new ArrayList<>();
    for (JsonObject alarm : alarms(variant)) {
      addMetric(names, inputs(alarm));
      if (inputs(alarm).has("metricQueries")) {
        for (JsonElement query : inputs(alarm).getAsJsonArray("metricQueries")) {
          if (query.getAsJsonObject().has("metric")) {
            addMetric(names, query.getAsJsonObject().getAsJsonObject("metric"));
          }
        }
      }
    }
    for (JsonElement widget : widgets(variant)) {
      JsonObject properties = widget.getAsJsonObject().getAsJsonObject("properties");
      if (properties.has("metrics")) {
        properties
            .getAsJsonArray("metrics")
            .forEach(line -> names.add(line(line.getAsJsonArray())));
      }
    }
    names.removeIf(it -> it.namespace().isEmpty());
    return names;
  }

  private static void addMetric(List<MetricName> names, JsonObject metric) {
    if (metric.has("metricName")) {
      JsonObject dimensions =
          metric.has("dimensions") ? metric.getAsJsonObject("dimensions") : new JsonObject();
      names.add(
          new MetricName(
              text(metric, "namespace"),
              text(metric, "metricName"),
              new TreeSet<>(dimensions.keySet())));
    }
  }

  /** Returns the metric of a line: namespace, name and dimensions, or an expression. */
  private static MetricName line(JsonArray line) {
    if (line.get(0) instanceof JsonObject expression) {
      Matcher search = SEARCH.matcher(text(expression, "expression"));
      return search.matches()
          ? new MetricName(
              search.group(1),
              search.group(3),
              new TreeSet<>(List.of(search.group(2).split(",", -1))))
          : new MetricName("", "", Set.of());
    }
    Set<String> dimensions = new TreeSet<>();
    for (int i = 2; i + 1 < line.size(); i += 2) {
      dimensions.add(line.get(i).getAsString());
    }
    return new MetricName(line.get(0).getAsString(), line.get(1).getAsString(), dimensions);
  }
}
