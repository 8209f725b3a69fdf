package dev.gatehouse.local.sqs.queues;

import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import dev.gatehouse.local.state.StateStore;
import java.net.URI;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The queues of the plan, and those that clients create. */
public final class Queues {

  private static final String QUEUE = "aws:sqs/queue:Queue";

  private final Map<String, Queue> byArn = Collections.synchronizedMap(new LinkedHashMap<>());
  private final Clock clock;
  private final QueueEntries entries;

  /**
   * Creates the queues of the plan and those that clients created before, with the stored messages;
   * throws {@code PlanInvalid} for one that is not supported.
   */
  public Queues(Plan plan, Clock clock, StateStore state) {
    this.clock = clock;
    this.entries = new QueueEntries(state);
    for (Resource resource : plan.ofType(QUEUE)) {
      QueueAttributes attributes = QueueAttributes.of(resource);
      byArn.put(attributes.arn(), queue(attributes));
    }
    for (Resource resource : plan.ofType(QUEUE)) {
      @Nullable RedrivePolicy policy = RedrivePolicy.of(resource);
      if (policy != null && !byArn.containsKey(policy.deadLetterTargetArn())) {
        throw resource.refused(
            "has the dead-letter queue %s, which the plan does not declare"
                .formatted(policy.deadLetterTargetArn()));
      }
    }
    Set<String> declared = Set.copyOf(byArn.keySet());
    entries.read(() -> read(declared));
  }

  private void read(Set<String> declared) {
    Map<String, QueueAttributes> created = entries.createdQueues();
    byArn.keySet().removeIf(arn -> !declared.contains(arn) && !created.containsKey(arn));
    created.forEach((arn, attributes) -> byArn.computeIfAbsent(arn, any -> queue(attributes)));
    all().forEach(Queue::read);
  }

  /** Lets receivers that wait look again, after the clock was moved. */
  public void clockMoved() {
    all().forEach(Queue::wake);
  }

  /** Returns all queues, those of the plan first. */
  public List<Queue> all() {
    synchronized (byArn) {
      return List.copyOf(byArn.values());
    }
  }

  /** Creates a queue, or returns the one that has the same ARN already. */
  public Queue create(QueueAttributes attributes) {
    Queue created = queue(attributes);
    @Nullable Queue existing = byArn.putIfAbsent(attributes.arn(), created);
    if (existing != null) {
      return existing;
    }
    entries.created(attributes, byArn);
    return created;
  }

  /** Deletes a queue with its messages. */
  public void delete(Queue queue) {
    byArn.remove(queue.attributes().arn());
    entries.created(queue.attributes(), byArn);
    queue.purge();
  }

  private Queue queue(QueueAttributes attributes) {
    return new Queue(
        attributes, clock, entries, message -> moveToDeadLetterQueue(attributes, message));
  }

  /** Returns the queue of this ARN, null if there is none. */
  public @Nullable Queue withArn(String arn) {
    return byArn.get(arn);
  }

  /** Returns the queue of this name; throws {@link AwsException} if there is none. */
  public Queue withName(String name) {
    return all().stream()
        .filter(queue -> queue.attributes().name().equals(name))
        .findFirst()
        .orElseThrow(SqsErrors::queueDoesNotExist);
  }

  /**
   * Returns the queue of this URL; throws {@link AwsException} if there is none. Only the path
   * counts, since clients may reach the emulator by another host name.
   */
  public Queue withUrl(String url) {
    return all().stream()
        .filter(queue -> path(queue.attributes().url()).equals(path(url)))
        .findFirst()
        .orElseThrow(SqsErrors::queueDoesNotExist);
  }

  private void moveToDeadLetterQueue(QueueAttributes source, StoredMessage message) {
    RedrivePolicy policy = Objects.requireNonNull(source.redrivePolicy());
    Queue target = byArn.get(policy.deadLetterTargetArn());
    // Without the dead-letter queue, which a client may have deleted, the message stays.
    Queue own = byArn.get(source.arn());
    if (target != null || own != null) {
      Objects.requireNonNull(target == null ? own : target).add(message);
    }
  }

  private static String path(String url) {
    try {
      return String.valueOf(URI.create(url).getPath());
    } catch (IllegalArgumentException e) {
      return url;
    }
  }
}
