package dev.gatehouse.local.sqs.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.sqs.queues.Queue;
import dev.gatehouse.local.sqs.queues.Queues;
import dev.gatehouse.local.sqs.queues.SqsErrors;
import java.util.UUID;

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
    String receiptHandle = SqsMembers.text(request, "ReceiptHandle");
    try {
      queue.delete(UUID.fromString(receiptHandle).toString());
    } catch (IllegalArgumentException e) {
      throw SqsErrors.invalidReceiptHandle(receiptHandle);
    }
    return new JsonObject();
  }
}
