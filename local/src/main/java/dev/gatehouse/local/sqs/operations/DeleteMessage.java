package dev.gatehouse.local.sqs.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.sqs.queues.Queue;
import dev.gatehouse.local.sqs.queues.Queues;

/** The operation that deletes a received message. */
record DeleteMessage(Queues queues) implements Operation {

  @Override
  public RequestShape shape() {
    return RequestShape.builder()
        .optional("QueueUrl", SqsMembers.TEXT)
        .optional("ReceiptHandle", SqsMembers.TEXT)
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    Queue queue = queues.withUrl(SqsMembers.text(request, "QueueUrl"));
    queue.delete(SqsMembers.receiptHandle(request));
    return new JsonObject();
  }
}
