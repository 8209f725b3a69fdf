package dev.gatehouse.local.sqs.queues;

import dev.gatehouse.local.awsjson.AwsException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tasks that move messages out of dead-letter queues; each is completed when it is started. */
public final class MoveTasks {
  /** As many as SQS lists. */
  private static final int LISTED = 10;

  private final Queues queues;
  private final Clock clock;
  private final List<MoveTask> tasks = new ArrayList<>();

  /** Creates the tasks of these queues. */
  public MoveTasks(Queues queues, Clock clock) {
    this.queues = queues;
    this.clock = clock;
  }

  /**
   * A completed task.
   *
   * @param destinationArn the queue that the request named, null if it named none
   */
  public record MoveTask(
      String handle,
      String sourceArn,
      @Nullable String destinationArn,
      @Nullable Integer perSecond,
      int moved,
      Instant startedAt) {}

  /** Moves the visible messages of a dead-letter queue. Each becomes a new message. */
  public synchronized MoveTask start(
      String sourceArn, @Nullable String destinationArn, @Nullable Integer perSecond) {
    Queue source = queue(sourceArn);
    Queue destination = destinationArn == null ? source(sourceArn) : queue(destinationArn);
    sources(sourceArn);
    int moved = 0;
    for (MessageContent content : source.takeVisible()) {
      String unused = destination.send(content, Duration.ZERO);
      moved++;
    }
    MoveTask task =
        new MoveTask(
            UUID.randomUUID().toString(),
            sourceArn,
            destinationArn,
            perSecond,
            moved,
            clock.instant());
    tasks.addFirst(task);
    return task;
  }

  /** Returns the last tasks of a queue, the newest first. */
  public synchronized List<MoveTask> of(String sourceArn) {
    Queue unused = queue(sourceArn);
    return tasks.stream().filter(task -> task.sourceArn().equals(sourceArn)).limit(LISTED).toList();
  }

  /** Returns whether there was a task of this handle. */
  public synchronized boolean has(String handle) {
    return tasks.stream().anyMatch(task -> task.handle().equals(handle));
  }

  private Queue queue(String arn) {
    @Nullable Queue queue = queues.withArn(arn);
    if (queue == null) {
      throw SqsErrors.resourceNotFound();
    }
    return queue;
  }

  /**
   * Returns the queues whose dead-letter queue it is; throws {@link AwsException} if it is none.
   */
  private List<Queue> sources(String arn) {
    List<Queue> sources =
        queues.all().stream()
            .filter(
                queue ->
                    queue.attributes().redrivePolicy() != null
                        && queue.attributes().redrivePolicy().deadLetterTargetArn().equals(arn))
            .toList();
    if (sources.isEmpty()) {
      throw SqsErrors.invalidParameter("Source queue must be configured as a Dead Letter Queue.");
    }
    return sources;
  }

  /** Returns the one queue that a message can come from: messages do not say it. */
  private Queue source(String arn) {
    List<Queue> sources = sources(arn);
    if (sources.size() > 1) {
      throw SqsErrors.unsupported("StartMessageMoveTask", "SourceArn of several queues");
    }
    return sources.getFirst();
  }
}
