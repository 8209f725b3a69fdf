package dev.gatehouse.pulumi.alarms;

import static dev.gatehouse.pulumi.plan.RecordedPlan.inputs;
import static dev.gatehouse.pulumi.plan.RecordedPlan.text;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An alarm of a plan, evaluated as CloudWatch does: it is red while enough of the last periods are
 * on the wrong side of the threshold.
 */
record AlarmState(String name, JsonObject alarm) {
  private static final int DAY_MINUTES = 24 * 60;

  /** The three forms of expressions that the program writes: the third is a sum. */
  private static final Pattern GUARDED = Pattern.compile("IF\\(\\((.+?)\\) >= (\\d+), (.+), 0\\)");

  private static final Pattern SHARE = Pattern.compile("100 \\* \\((.+)\\) / \\((.+)\\)");

  static AlarmState of(JsonObject resource) {
    return new AlarmState(text(resource, "name"), inputs(resource));
  }

  /** Returns whether the alarm is red at some time of the day. */
  boolean isRed(MetricValues values) {
    Map<String, AlarmedMetric> metrics = metrics();
    int step = metrics.values().iterator().next().periodSeconds() / 60;
    Deque<Boolean> last = new ArrayDeque<>();
    for (int minute = 0; minute < DAY_MINUTES; minute += step) {
      last.add(breaches(metrics, values, minute));
      if (last.size() > number("evaluationPeriods")) {
        last.remove();
      }
      if (last.stream().filter(it -> it).count() >= number("datapointsToAlarm")) {
        return true;
      }
    }
    return false;
  }

  private int number(String input) {
    return alarm.get(input).getAsInt();
  }

  private boolean breaches(Map<String, AlarmedMetric> metrics, MetricValues values, int minute) {
    Map<String, OptionalDouble> found = new TreeMap<>();
    metrics.forEach((id, metric) -> found.put(id, values.value(metric, minute)));
    OptionalDouble value = measured(found);
    if (value.isEmpty()) {
      return text(alarm, "treatMissingData").equals("breaching");
    }
    boolean below = value.getAsDouble() < alarm.get("threshold").getAsDouble();
    return below == text(alarm, "comparisonOperator").equals("LessThanThreshold");
  }

  /** Returns the metrics by id; a single one as {@code counted}. */
  Map<String, AlarmedMetric> metrics() {
    Map<String, AlarmedMetric> metrics = new TreeMap<>();
    if (!alarm.has("metricQueries")) {
      String stat = alarm.has("statistic") ? "statistic" : "extendedStatistic";
      metrics.put("counted", AlarmedMetric.of(alarm, text(alarm, stat)));
      return metrics;
    }
    for (JsonElement query : alarm.getAsJsonArray("metricQueries")) {
      JsonObject metric = query.getAsJsonObject().getAsJsonObject("metric");
      if (metric != null) {
        metrics.put(
            text(query.getAsJsonObject(), "id"), AlarmedMetric.of(metric, text(metric, "stat")));
      }
    }
    return metrics;
  }

  private String expression() {
    if (alarm.has("metricQueries")) {
      for (JsonElement query : alarm.getAsJsonArray("metricQueries")) {
        if (query.getAsJsonObject().has("expression")) {
          return text(query.getAsJsonObject(), "expression");
        }
      }
    }
    return "counted";
  }

  private OptionalDouble measured(Map<String, OptionalDouble> values) {
    Matcher guarded = GUARDED.matcher(expression());
    if (!guarded.matches()) {
      return measured(expression(), values);
    }
    OptionalDouble size = sum(guarded.group(1), values);
    return size.isPresent() && size.getAsDouble() < Integer.parseInt(guarded.group(2))
        ? OptionalDouble.of(0)
        : measured(guarded.group(3), values);
  }

  private static OptionalDouble measured(String expression, Map<String, OptionalDouble> values) {
    Matcher share = SHARE.matcher(expression);
    if (!share.matches()) {
      return sum(expression, values);
    }
    OptionalDouble part = sum(share.group(1), values);
    OptionalDouble whole = sum(share.group(2), values);
    return part.isEmpty() || whole.isEmpty() || whole.getAsDouble() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(100 * part.getAsDouble() / whole.getAsDouble());
  }

  /** Returns a sum of terms with signs, each an id, or FILL of an id and 0. */
  private static OptionalDouble sum(String expression, Map<String, OptionalDouble> values) {
    double sum = 0;
    for (String term : expression.replace(" - ", " + -").split(" \\+ ", -1)) {
      String positive = term.replace("-", "");
      boolean filled = positive.startsWith("FILL(");
      String id = filled ? positive.substring(5, positive.indexOf(',')) : positive;
      OptionalDouble value = values.getOrDefault(id, OptionalDouble.empty());
      if (value.isEmpty() && !filled) {
        return OptionalDouble.empty();
      }
      sum += (term.startsWith("-") ? -1 : 1) * value.orElse(0);
    }
    return OptionalDouble.of(sum);
  }
}
