package dev.gatehouse.pulumi.monitoring;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A builder of the JSON of a CloudWatch dashboard, which places widgets in rows. */
final class DashboardWidgets {
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();
  private static final int WIDTH = 24;
  private static final int HEIGHT = 6;
  private static final int PERIOD_SECONDS = 300;

  private final String region;
  private final JsonArray widgets = new JsonArray();
  private int x;
  private int y;

  DashboardWidgets(String region) {
    this.region = region;
  }

  /** Adds the state of these alarms. */
  void alarms(String title, List<String> arns) {
    JsonObject properties = titled(title);
    properties.add("alarms", GSON.toJsonTree(arns));
    add("alarm", WIDTH, 3, properties);
  }

  /** Returns a graph to fill and add. */
  Graph graph(String title, int width) {
    return new Graph(title, width);
  }

  /** Adds the result of a query of CloudWatch Logs Insights. */
  void query(String title, int width, List<String> groups, String query) {
    JsonObject properties = titled(title);
    String sources = String.join(" | ", groups.stream().map("SOURCE '%s'"::formatted).toList());
    properties.addProperty("query", sources + " | " + query);
    properties.addProperty("view", "table");
    add("log", width, HEIGHT, properties);
  }

  String json() {
    JsonObject body = new JsonObject();
    body.addProperty("periodOverride", "auto");
    body.addProperty("start", "-P1D");
    body.add("widgets", widgets);
    return GSON.toJson(body);
  }

  private JsonObject titled(String title) {
    JsonObject properties = new JsonObject();
    properties.addProperty("title", title);
    properties.addProperty("region", region);
    return properties;
  }

  private void add(String type, int width, int height, JsonObject properties) {
    JsonObject widget = new JsonObject();
    widget.addProperty("type", type);
    widget.addProperty("x", x);
    widget.addProperty("y", y);
    widget.addProperty("width", width);
    widget.addProperty("height", height);
    widget.add("properties", properties);
    widgets.add(widget);
    x = (x + width) % WIDTH;
    y += x == 0 ? height : 0;
  }

  /** A builder of one graph. */
  final class Graph {
    private final String title;
    private final int width;
    private final JsonArray lines = new JsonArray();

    private Graph(String title, int width) {
      this.title = title;
      this.width = width;
    }

    Graph line(String label, Metric metric) {
      lines.add(metric(metric, label));
      return this;
    }

    /** Adds one line for each value of this dimension, beside those of the metric. */
    Graph lines(String dimension, String label, Metric metric) {
      JsonObject search = new JsonObject();
      search.addProperty(
          "expression",
          String.format(
              Locale.ROOT,
              "SEARCH('{%s,%s,%s} MetricName=\"%s\"%s', '%s', %d)",
              metric.namespace(),
              dimension,
              String.join(",", metric.dimensions().keySet()),
              metric.name(),
              conditions(metric),
              metric.stat(),
              PERIOD_SECONDS));
      search.addProperty("label", label + " ${PROP('Dim.%s')}".formatted(dimension));
      return expression(search);
    }

    private static String conditions(Metric metric) {
      StringBuilder conditions = new StringBuilder();
      metric
          .dimensions()
          .forEach((name, value) -> conditions.append(" %s=\"%s\"".formatted(name, value)));
      return conditions.toString();
    }

    /** Adds one line for the sum of these metrics; one without data counts as 0. */
    Graph sum(String label, Metric... metrics) {
      List<String> terms = new ArrayList<>();
      for (Metric metric : metrics) {
        String id = String.format(Locale.ROOT, "m%d", lines.size());
        JsonArray line = metric(metric, label);
        JsonObject shown = line.get(line.size() - 1).getAsJsonObject();
        shown.addProperty("id", id);
        shown.addProperty("visible", false);
        lines.add(line);
        terms.add("FILL(%s,0)".formatted(id));
      }
      JsonObject sum = new JsonObject();
      sum.addProperty("expression", String.join("+", terms));
      sum.addProperty("label", label);
      return expression(sum);
    }

    /** Adds the graph to the dashboard. */
    void add() {
      JsonObject properties = titled(title);
      properties.add("metrics", lines);
      properties.addProperty("view", "timeSeries");
      properties.addProperty("period", PERIOD_SECONDS);
      DashboardWidgets.this.add("metric", width, HEIGHT, properties);
    }

    private Graph expression(JsonObject expression) {
      JsonArray line = new JsonArray();
      line.add(expression);
      lines.add(line);
      return this;
    }

    private JsonArray metric(Metric metric, String label) {
      JsonArray line = new JsonArray();
      line.add(metric.namespace());
      line.add(metric.name());
      metric
          .dimensions()
          .forEach(
              (name, value) -> {
                line.add(name);
                line.add(value);
              });
      JsonObject shown = new JsonObject();
      shown.addProperty("stat", metric.stat());
      shown.addProperty("label", label);
      line.add(shown);
      return line;
    }
  }
}
