package dev.gatehouse.local.sqs.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.sqs.queues.Queue;
import dev.gatehouse.local.sqs.queues.Queues;

/** The operation that deletes up to ten received messages. */
record DeleteMessageBatch(Queues queues) implements Operation {

  private static final RequestShape ENTRY =
      RequestShape.builder()
          .optional("Id", SqsMembers.TEXT)
          .optional("ReceiptHandle", SqsMembers.TEXT)
          .build();

  @Override
  public RequestShape shape() {
    return BatchEntries.requestShape(ENTRY);
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    Queue queue = queues.withUrl(SqsMembers.text(request, "QueueUrl"));
    return BatchEntries.each(
        new BatchEntries(name(), ENTRY).of(request),
        entry -> queue.delete(SqsMembers.receiptHandle(entry)));
  }
}
