package dev.gatehouse.local.sqs.eventsource;

import com.google.gson.JsonObject;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import dev.gatehouse.local.sqs.queues.Queue;
import dev.gatehouse.local.sqs.queues.Queues;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An event source mapping of the plan: a queue and the function that Lambda calls with its
 * messages.
 *
 * @param reportsBatchItemFailures whether the function reports which messages of a batch failed
 */
public record EventSourceMapping(
    Queue queue, String functionArn, int batchSize, boolean reportsBatchItemFailures) {

  private static final String FUNCTION = "aws:lambda/function:Function";
  private static final String ALIAS = "aws:lambda/alias:Alias";
  private static final Set<String> INPUTS =
      Set.of(
          "batchSize",
          "enabled",
          "eventSourceArn",
          "functionName",
          "functionResponseTypes",
          // The emulator delivers one batch at a time, which is within any maximum.
          "scalingConfig",
          // From here on without effect in the emulator.
          "kmsKeyArn",
          "region",
          "tags",
          "tagsAll");

  /** Returns the enabled mappings; throws {@code PlanInvalid} for one that AWS would refuse. */
  public static List<EventSourceMapping> of(Plan plan, Queues queues) {
    return plan.ofType("aws:lambda/eventSourceMapping:EventSourceMapping").stream()
        .map(mapping -> of(mapping, plan, queues))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<EventSourceMapping> of(Resource mapping, Plan plan, Queues queues) {
    mapping.refuseUnsupported(mapping.inputs(), INPUTS);
    Queue queue = queues.withArn(mapping.input("eventSourceArn"));
    if (queue == null) {
      throw mapping.refused(
          "reads %s, which is not a queue of the plan".formatted(mapping.input("eventSourceArn")));
    }
    int batchSize = mapping.wholeInput("batchSize").orElse(10);
    if (batchSize < 1 || batchSize > 10) {
      throw mapping.refused(
          String.format(Locale.ROOT, "has a batchSize of %d, not 1 to 10", batchSize));
    }
    checkVisibilityTimeout(mapping, queue, functionTimeout(mapping, plan));
    boolean reports = reportsBatchItemFailures(mapping);
    checkMaximumConcurrency(mapping);
    return mapping.optionalInput("enabled").orElse("true").equals("true")
        ? Optional.of(
            new EventSourceMapping(queue, mapping.input("functionName"), batchSize, reports))
        : Optional.empty();
  }

  private static boolean reportsBatchItemFailures(Resource mapping) {
    List<String> types = mapping.texts("functionResponseTypes");
    for (String type : types) {
      if (!type.equals("ReportBatchItemFailures")) {
        throw mapping.refused("has the unknown function response type %s".formatted(type));
      }
    }
    return !types.isEmpty();
  }

  private static void checkMaximumConcurrency(Resource mapping) {
    JsonObject scaling = mapping.inputs().getAsJsonObject("scalingConfig");
    if (scaling != null && scaling.has("maximumConcurrency")) {
      int maximum = scaling.get("maximumConcurrency").getAsInt();
      if (maximum < 2 || maximum > 1000) {
        throw mapping.refused(
            String.format(Locale.ROOT, "has a maximumConcurrency of %d, not 2 to 1000", maximum));
      }
    }
  }

  private static void checkVisibilityTimeout(Resource mapping, Queue queue, Duration timeout) {
    Duration visibilityTimeout = queue.attributes().visibilityTimeout();
    if (visibilityTimeout.compareTo(timeout) < 0) {
      throw mapping.refused(
          String.format(
                  Locale.ROOT,
                  "is refused by AWS: Queue visibility timeout: %d seconds is less than Function"
                      + " timeout:",
                  visibilityTimeout.toSeconds())
              + String.format(Locale.ROOT, " %d seconds", timeout.toSeconds()));
    }
  }

  private static Duration functionTimeout(Resource mapping, Plan plan) {
    String target = mapping.input("functionName");
    String function =
        plan.ofType(ALIAS).stream()
            .filter(alias -> alias.output("arn").equals(target))
            .map(alias -> alias.input("functionName"))
            .findFirst()
            .orElse(target);
    return plan.ofType(FUNCTION).stream()
        .filter(it -> it.output("name").equals(function) || it.output("arn").equals(function))
        .map(it -> Duration.ofSeconds(it.wholeInput("timeout").orElse(3)))
        .findFirst()
        .orElseThrow(
            () -> mapping.refused("calls %s, which the plan does not declare".formatted(target)));
  }
}
