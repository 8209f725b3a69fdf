package dev.gatehouse.local.sqs.operations;

import dev.gatehouse.local.awsjson.OperationRegistry;
import dev.gatehouse.local.sqs.queues.MoveTasks;
import dev.gatehouse.local.sqs.queues.Queues;
import dev.gatehouse.local.sqs.queues.SqsErrors;
import java.util.stream.Stream;

/** The SQS operations that the emulator supports. */
public final class SqsOperations {

  private SqsOperations() {}

  /** The operation that returns the operations on these queues. */
  public static OperationRegistry on(Queues queues, MoveTasks tasks) {
    return new OperationRegistry(
        "AmazonSQS.",
        new SqsErrors(),
        Stream.concat(
                Stream.of(
                    new CreateQueue(queues),
                    new DeleteQueue(queues),
                    new SendMessage(queues),
                    new SendMessageBatch(queues),
                    new ReceiveMessage(queues),
                    new DeleteMessage(queues),
                    new DeleteMessageBatch(queues),
                    new ChangeMessageVisibility(queues),
                    new ChangeMessageVisibilityBatch(queues),
                    new GetQueueUrl(queues),
                    new GetQueueAttributes(queues),
                    new ListQueues(queues),
                    new PurgeQueue(queues)),
                MoveTaskOperations.on(tasks).stream())
            .toList());
  }
}
