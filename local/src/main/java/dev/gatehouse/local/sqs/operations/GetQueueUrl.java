package dev.gatehouse.local.sqs.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.sqs.queues.Queue;
import dev.gatehouse.local.sqs.queues.Queues;

/** The operation that returns the URL of a queue by its name. */
record GetQueueUrl(Queues queues) implements Operation {

  @Override
  public RequestShape shape() {
    return RequestShape.builder()
        .optional("QueueName", SqsMembers.TEXT)
        .ignored("QueueOwnerAWSAccountId")
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    Queue queue = queues.withName(SqsMembers.text(request, "QueueName"));
    return Json.object("QueueUrl", queue.attributes().url());
  }
}
