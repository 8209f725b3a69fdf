package dev.gatehouse.pulumi.rules;

import static dev.gatehouse.pulumi.plan.Recorded.input;
import static dev.gatehouse.pulumi.plan.Recorded.inputs;
import static dev.gatehouse.pulumi.plan.Recorded.text;

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

/** Finds every metric that an account looks at, in its alarms and on its dashboard. */
final class Watching {
  private static final Pattern SEARCH =
      Pattern.compile("SEARCH\\('\\{([^,}]+),([^}]+)} MetricName=\"([^\"]+)\"', '[^']+', \\d+\\)");

  /** Is a metric that somebody looks at, with the names of its dimensions. */
  record Seen(String namespace, String name, Set<String> dimensions) {}

  private Watching() {}

  static List<JsonObject> alarms(Variant variant) {
    return variant.plan().ofType("aws:cloudwatch/metricAlarm:MetricAlarm");
  }

  static JsonArray widgets(Variant variant) {
    JsonObject dashboard = variant.plan().only("aws:cloudwatch/dashboard:Dashboard");
    return JsonParser.parseString(input(dashboard, "dashboardBody"))
        .getAsJsonObject()
        .getAsJsonArray("widgets");
  }

  static List<Seen> metrics(Variant variant) {
    List<Seen> seen = new ArrayList<>();
    for (JsonObject alarm : alarms(variant)) {
      seen(seen, inputs(alarm));
      if (inputs(alarm).has("metricQueries")) {
        for (JsonElement query : inputs(alarm).getAsJsonArray("metricQueries")) {
          if (query.getAsJsonObject().has("metric")) {
            seen(seen, query.getAsJsonObject().getAsJsonObject("metric"));
          }
        }
      }
    }
    for (JsonElement widget : widgets(variant)) {
      JsonObject properties = widget.getAsJsonObject().getAsJsonObject("properties");
      if (properties.has("metrics")) {
        properties.getAsJsonArray("metrics").forEach(line -> seen.add(line(line.getAsJsonArray())));
      }
    }
    seen.removeIf(it -> it.namespace().isEmpty());
    return seen;
  }

  private static void seen(List<Seen> seen, JsonObject metric) {
    if (metric.has("metricName")) {
      JsonObject dimensions =
          metric.has("dimensions") ? metric.getAsJsonObject("dimensions") : new JsonObject();
      seen.add(
          new Seen(
              text(metric, "namespace"),
              text(metric, "metricName"),
              new TreeSet<>(dimensions.keySet())));
    }
  }

  /** A line of a graph: namespace, name, dimensions and values by turns; or an expression. */
  private static Seen line(JsonArray line) {
    if (line.get(0) instanceof JsonObject expression) {
      Matcher search = SEARCH.matcher(text(expression, "expression"));
      return search.matches()
          ? new Seen(search.group(1), search.group(3), Set.of(search.group(2)))
          : new Seen("", "", Set.of());
    }
    Set<String> dimensions = new TreeSet<>();
    for (int i = 2; i + 1 < line.size(); i += 2) {
      dimensions.add(line.get(i).getAsString());
    }
    return new Seen(line.get(0).getAsString(), line.get(1).getAsString(), dimensions);
  }
}
