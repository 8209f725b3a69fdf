package dev.gatehouse.local.sqs;

import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import dev.gatehouse.local.sqs.QueueSettings.Redrive;
import java.net.URI;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Are the queues of the plan. */
final class Queues {

  private final Map<String, Queue> byArn = new LinkedHashMap<>();

  /** Reads the queues; throws {@code PlanInvalid} for one that cannot be had. */
  Queues(Plan plan, Clock clock) {
    for (Resource resource : plan.ofType("aws:sqs/queue:Queue")) {
      QueueSettings settings = QueueSettings.of(resource);
      byArn.put(settings.arn(), new Queue(settings, clock, worn -> layAside(settings, worn)));
    }
    for (Resource resource : plan.ofType("aws:sqs/queue:Queue")) {
      @Nullable Redrive redrive = QueueSettings.of(resource).redrive();
      if (redrive != null && !byArn.containsKey(redrive.deadLetterQueueArn())) {
        throw resource.refused(
            "lays aside into %s, which the plan does not declare"
                .formatted(redrive.deadLetterQueueArn()));
      }
    }
  }

  Collection<Queue> all() {
    return byArn.values();
  }

  @Nullable Queue withArn(String arn) {
    return byArn.get(arn);
  }

  Queue named(String name) throws SqsError {
    return byArn.values().stream()
        .filter(queue -> queue.settings().name().equals(name))
        .findFirst()
        .orElseThrow(SqsError::noQueue);
  }

  /** Returns the queue of this URL, whatever its host: clients may have one of their own. */
  Queue at(String url) throws SqsError {
    return byArn.values().stream()
        .filter(queue -> path(queue.settings().url()).equals(path(url)))
        .findFirst()
        .orElseThrow(SqsError::noQueue);
  }

  private void layAside(QueueSettings from, Held worn) {
    Redrive redrive = Objects.requireNonNull(from.redrive());
    Objects.requireNonNull(byArn.get(redrive.deadLetterQueueArn())).add(worn);
  }

  private static String path(String url) {
    try {
      return String.valueOf(URI.create(url).getPath());
    } catch (IllegalArgumentException e) {
      return url;
    }
  }
}
