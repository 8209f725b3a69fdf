package dev.gatehouse.local.sqs;

import com.google.gson.JsonObject;
import dev.gatehouse.local.functions.EventDelivery;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.plan.Plan;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Is Amazon SQS: the standard queues of the plan, in memory, and Lambda's reading of them. */
public final class Sqs implements Service, AutoCloseable {

  private final List<EventSource> sources;
  private final Messages messages;
  private final QueueQuestions questions;
  private final List<Poller> pollers = new CopyOnWriteArrayList<>();

  private Sqs(Plan plan, Clock clock) {
    Queues queues = new Queues(plan, clock);
    sources = EventSource.of(plan, queues);
    messages = new Messages(queues);
    questions = new QueueQuestions(queues);
  }

  /** Returns the queues of the plan; throws {@code PlanInvalid} for what cannot be had. */
  public static Sqs of(Plan plan, Clock clock) {
    return new Sqs(plan, clock);
  }

  /** Starts to hand messages to the functions that the plan wants them handed to. */
  public void deliverTo(EventDelivery functions) {
    sources.forEach(source -> pollers.add(Poller.start(source, functions)));
  }

  @Override
  public Response answer(Request request) {
    String target = request.header("X-Amz-Target").orElse("");
    try {
      JsonObject answer =
          answer(Call.of(target.substring(target.indexOf('.') + 1), request.text()));
      return Response.of(200, SqsError.CONTENT_TYPE, answer.toString())
          .with("x-amzn-RequestId", UUID.randomUUID().toString());
    } catch (SqsError e) {
      return e.response();
    }
  }

  private JsonObject answer(Call call) throws SqsError {
    return switch (call.operation()) {
      case "SendMessage" -> messages.send(call);
      case "SendMessageBatch" -> messages.sendBatch(call);
      case "ReceiveMessage" -> messages.receive(call);
      case "DeleteMessage" -> messages.delete(call);
      case "GetQueueUrl" -> questions.url(call);
      case "GetQueueAttributes" -> questions.attributes(call);
      case "ListQueues" -> questions.list(call);
      case "PurgeQueue" -> questions.purge(call);
      default -> throw SqsError.unknown(call.operation());
    };
  }

  /** Stops to hand messages to functions. */
  @Override
  public void close() {
    pollers.forEach(Poller::close);
  }
}
