package dev.gatehouse.local.sqs;

import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.awsjson.AwsProtocol;
import dev.gatehouse.local.awsjson.OperationRegistry;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.lambda.invoke.EventDelivery;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.sqs.eventsource.EventSourceMapping;
import dev.gatehouse.local.sqs.eventsource.Poller;
import dev.gatehouse.local.sqs.eventsource.QueuePermissions;
import dev.gatehouse.local.sqs.operations.SqsOperations;
import dev.gatehouse.local.sqs.query.SqsQuery;
import dev.gatehouse.local.sqs.queues.MessageContent;
import dev.gatehouse.local.sqs.queues.MoveTasks;
import dev.gatehouse.local.sqs.queues.Queue;
import dev.gatehouse.local.sqs.queues.Queues;
import dev.gatehouse.local.sqs.queues.SqsErrors;
import dev.gatehouse.local.state.StateStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Amazon SQS with the standard queues of the plan, and Lambda's event source mappings of them. */
public final class Sqs implements Service, AutoCloseable {

  private final Queues queues;
  private final List<EventSourceMapping> mappings;
  private final OperationRegistry operations;
  private final List<Poller> pollers = new CopyOnWriteArrayList<>();

  private Sqs(Plan plan, Clock clock, StateStore state) {
    queues = new Queues(plan, clock, state);
    mappings = EventSourceMapping.of(plan, queues);
    operations = SqsOperations.on(queues, new MoveTasks(queues, clock));
  }

  /**
   * Creates the queues of the plan, with the stored messages; throws {@code PlanInvalid} for what
   * is not supported.
   */
  public static Sqs of(Plan plan, Clock clock, StateStore state) {
    return new Sqs(plan, clock, state);
  }

  /** Lets receivers that wait look again, after the clock was moved. */
  public void clockMoved() {
    queues.clockMoved();
  }

  /** Sends a message of another service to the queue of this ARN, if there is one. */
  public void send(String queueArn, String body) {
    @Nullable Queue queue = queues.withArn(queueArn);
    if (queue != null) {
      String unused = queue.send(new MessageContent(body, Map.of()), queue.attributes().delay());
    }
  }

  /** Starts to call the functions of the event source mappings with messages. */
  public void deliverTo(EventDelivery functions, QueuePermissions permissions) {
    mappings.forEach(mapping -> pollers.add(Poller.start(mapping, functions, permissions)));
  }

  @Override
  public Response handle(Request request) {
    if (request.header("X-Amz-Target").isEmpty()) {
      return new SqsQuery(operations).handle(request);
    }
    try {
      return AwsProtocol.AWS_JSON_1_0.success(operations.execute(request));
    } catch (AwsException e) {
      return AwsProtocol.AWS_JSON_1_0.error(SqsErrors.qualified(e));
    }
  }

  /** Stops to call functions with messages. */
  @Override
  public void close() {
    pollers.forEach(Poller::close);
  }
}
