package dev.gatehouse.local.sqs.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.sqs.queues.Queues;

/** The operation that deletes a queue with its messages. */
record DeleteQueue(Queues queues) implements Operation {

  @Override
  public RequestShape shape() {
    return RequestShape.builder().optional("QueueUrl", SqsMembers.TEXT).build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    queues.delete(queues.withUrl(SqsMembers.text(request, "QueueUrl")));
    return new JsonObject();
  }
}
