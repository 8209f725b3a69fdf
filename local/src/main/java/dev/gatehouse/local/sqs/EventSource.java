package dev.gatehouse.local.sqs;

import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Is one event source mapping of the plan: a queue, and the function that Lambda calls with what is
 * in it.
 *
 * @param reports whether the function says which messages failed, rather than failing as a whole
 */
record EventSource(Queue queue, String functionArn, int batchSize, boolean reports) {

  private static final String FUNCTION = "aws:lambda/function:Function";
  private static final String ALIAS = "aws:lambda/alias:Alias";

  /** Reads those that are enabled; throws {@code PlanInvalid} for one that AWS would refuse. */
  static List<EventSource> of(Plan plan, Queues queues) {
    return plan.ofType("aws:lambda/eventSourceMapping:EventSourceMapping").stream()
        .map(mapping -> of(mapping, plan, queues))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<EventSource> of(Resource mapping, Plan plan, Queues queues) {
    QueueCheck.mapping(mapping);
    Queue queue = queues.withArn(mapping.input("eventSourceArn"));
    if (queue == null) {
      throw mapping.refused(
          "reads %s, which is no queue of the plan".formatted(mapping.input("eventSourceArn")));
    }
    int batch = mapping.wholeInput("batchSize").orElse(10);
    if (batch < 1 || batch > 10) {
      throw mapping.refused("has a batchSize of %d, not 1 to 10".formatted(batch));
    }
    hiddenLongEnough(mapping, queue, timeout(mapping, plan));
    boolean reports = !mapping.texts("functionResponseTypes").isEmpty();
    return mapping.optionalInput("enabled").orElse("true").equals("true")
        ? Optional.of(new EventSource(queue, mapping.input("functionName"), batch, reports))
        : Optional.empty();
  }

  private static void hiddenLongEnough(Resource mapping, Queue queue, Duration timeout) {
    Duration hidden = queue.settings().visibility();
    if (hidden.compareTo(timeout) < 0) {
      throw mapping.refused(
          "is refused by AWS: Queue visibility timeout: %d seconds is less than Function timeout:"
                  .formatted(hidden.toSeconds())
              + " %d seconds".formatted(timeout.toSeconds()));
    }
  }

  private static Duration timeout(Resource mapping, Plan plan) {
    String called = mapping.input("functionName");
    String function =
        plan.ofType(ALIAS).stream()
            .filter(alias -> alias.output("arn").equals(called))
            .map(alias -> alias.input("functionName"))
            .findFirst()
            .orElse(called);
    return plan.ofType(FUNCTION).stream()
        .filter(it -> it.output("name").equals(function) || it.output("arn").equals(function))
        .map(it -> Duration.ofSeconds(it.wholeInput("timeout").orElse(3)))
        .findFirst()
        .orElseThrow(
            () -> mapping.refused("calls %s, which the plan does not declare".formatted(called)));
  }
}
