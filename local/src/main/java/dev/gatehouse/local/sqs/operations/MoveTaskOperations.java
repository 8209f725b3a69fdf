package dev.gatehouse.local.sqs.operations;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.sqs.queues.MoveTasks;
import dev.gatehouse.local.sqs.queues.MoveTasks.MoveTask;
import dev.gatehouse.local.sqs.queues.SqsErrors;
import java.util.List;
import java.util.OptionalInt;

/** The operations on the tasks that move messages out of dead-letter queues. */
final class MoveTaskOperations {

  private MoveTaskOperations() {}

  static List<Operation> on(MoveTasks tasks) {
    return List.of(
        new StartMessageMoveTask(tasks),
        new ListMessageMoveTasks(tasks),
        new CancelMessageMoveTask(tasks));
  }

  /** The operation that moves the messages of a dead-letter queue back, or to another queue. */
  record StartMessageMoveTask(MoveTasks tasks) implements Operation {

    @Override
    public RequestShape shape() {
      return RequestShape.builder()
          .optional("SourceArn", SqsMembers.TEXT)
          .optional("DestinationArn", SqsMembers.TEXT)
          .optional("MaxNumberOfMessagesPerSecond", SqsMembers.NUMBER)
          .build();
    }

    @Override
    public JsonObject execute(AwsRequest request) {
      int perSecond =
          SqsMembers.number(
              request, "MaxNumberOfMessagesPerSecond", 0, SqsMembers.MOVED_PER_SECOND);
      OptionalInt given = request.number("MaxNumberOfMessagesPerSecond");
      return Json.object(
          "TaskHandle",
          tasks
              .start(
                  SqsMembers.text(request, "SourceArn"),
                  request.optional("DestinationArn").orElse(null),
                  given.isPresent() ? perSecond : null)
              .handle());
    }
  }

  /** The operation that lists the last tasks of a dead-letter queue. */
  record ListMessageMoveTasks(MoveTasks tasks) implements Operation {

    @Override
    public RequestShape shape() {
      return RequestShape.builder()
          .optional("SourceArn", SqsMembers.TEXT)
          .optional("MaxResults", SqsMembers.NUMBER)
          .build();
    }

    @Override
    public JsonObject execute(AwsRequest request) {
      int max = SqsMembers.number(request, "MaxResults", 1, SqsMembers.MAX_MESSAGES);
      JsonArray results = new JsonArray();
      tasks.of(SqsMembers.text(request, "SourceArn")).stream()
          .limit(max)
          .map(ListMessageMoveTasks::json)
          .forEach(results::add);
      return Json.object("Results", results);
    }

    /** Returns a task as JSON; only that of a running one would have a handle. */
    private static JsonObject json(MoveTask task) {
      JsonObject json =
          Json.object(
              "Status", "COMPLETED",
              "SourceArn", task.sourceArn(),
              "ApproximateNumberOfMessagesMoved", task.moved(),
              "ApproximateNumberOfMessagesToMove", task.moved(),
              "StartedTimestamp", task.startedAt().toEpochMilli());
      if (task.destinationArn() != null) {
        json.addProperty("DestinationArn", task.destinationArn());
      }
      if (task.perSecond() != null) {
        json.addProperty("MaxNumberOfMessagesPerSecond", task.perSecond());
      }
      return json;
    }
  }

  /** The operation that cancels a running task; here every task is completed. */
  record CancelMessageMoveTask(MoveTasks tasks) implements Operation {

    @Override
    public RequestShape shape() {
      return RequestShape.builder().optional("TaskHandle", SqsMembers.TEXT).build();
    }

    @Override
    public JsonObject execute(AwsRequest request) {
      throw tasks.has(SqsMembers.text(request, "TaskHandle"))
          ? SqsErrors.unsupportedOperation("Only active tasks can be cancelled.")
          : SqsErrors.resourceNotFound();
    }
  }
}
