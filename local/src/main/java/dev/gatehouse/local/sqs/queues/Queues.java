package dev.gatehouse.local.sqs.queues;

import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import java.net.URI;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The queues of the plan. */
public final class Queues {

  private static final String QUEUE = "aws:sqs/queue:Queue";

  private final Map<String, Queue> byArn = new LinkedHashMap<>();

  /** Creates the queues, all empty; throws {@code PlanInvalid} for one that is not supported. */
  public Queues(Plan plan, Clock clock) {
    for (Resource resource : plan.ofType(QUEUE)) {
      QueueAttributes attributes = QueueAttributes.of(resource);
      byArn.put(
          attributes.arn(),
          new Queue(attributes, clock, message -> moveToDeadLetterQueue(attributes, message)));
    }
    for (Resource resource : plan.ofType(QUEUE)) {
      @Nullable RedrivePolicy policy = RedrivePolicy.of(resource);
      if (policy != null && !byArn.containsKey(policy.deadLetterTargetArn())) {
        throw resource.refused(
            "has the dead-letter queue %s, which the plan does not declare"
                .formatted(policy.deadLetterTargetArn()));
      }
    }
  }

  /** Returns all queues, in the order of the plan. */
  public Collection<Queue> all() {
    return byArn.values();
  }

  /** Returns the queue of this ARN, null if there is none. */
  public @Nullable Queue withArn(String arn) {
    return byArn.get(arn);
  }

  /** Returns the queue of this name; throws {@link AwsException} if there is none. */
  public Queue withName(String name) {
    return byArn.values().stream()
        .filter(queue -> queue.attributes().name().equals(name))
        .findFirst()
        .orElseThrow(SqsErrors::queueDoesNotExist);
  }

  /**
   * Returns the queue of this URL; throws {@link AwsException} if there is none. Only the path
   * counts, since clients may reach the emulator by another host name.
   */
  public Queue withUrl(String url) {
    return byArn.values().stream()
        .filter(queue -> path(queue.attributes().url()).equals(path(url)))
        .findFirst()
        .orElseThrow(SqsErrors::queueDoesNotExist);
  }

  private void moveToDeadLetterQueue(QueueAttributes source, StoredMessage message) {
    RedrivePolicy policy = Objects.requireNonNull(source.redrivePolicy());
    Objects.requireNonNull(byArn.get(policy.deadLetterTargetArn())).add(message);
  }

  private static String path(String url) {
    try {
      return String.valueOf(URI.create(url).getPath());
    } catch (IllegalArgumentException e) {
      return url;
    }
  }
}
