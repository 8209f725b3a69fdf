package dev.gatehouse.local.sqs.operations;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.sqs.queues.MessageContent;
import dev.gatehouse.local.sqs.queues.Queue;
import dev.gatehouse.local.sqs.queues.Queues;
import java.util.List;

/** The operation that sends up to ten messages to a queue, all of them or none. */
record SendMessageBatch(Queues queues) implements Operation {

  private static final RequestShape ENTRY =
      RequestShape.builder()
          .optional("Id", SqsMembers.TEXT)
          .optional("MessageBody", SqsMembers.TEXT)
          .optional("DelaySeconds", SqsMembers.NUMBER)
          .optional("MessageAttributes", SqsMembers.ANYTHING)
          .build();

  @Override
  public RequestShape shape() {
    return BatchEntries.requestShape(ENTRY);
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    Queue queue = queues.withUrl(SqsMembers.text(request, "QueueUrl"));
    List<AwsRequest> entries = new BatchEntries(name(), ENTRY).of(request);
    // Every entry is checked before the first is sent.
    for (AwsRequest entry : entries) {
      MessageContent unused = SendMessage.content(queue, entry);
    }
    JsonArray successful = new JsonArray();
    for (AwsRequest entry : entries) {
      JsonObject result = SendMessage.send(queue, entry);
      result.addProperty("Id", SqsMembers.text(entry, "Id"));
      successful.add(result);
    }
    return Json.object("Successful", successful, "Failed", new JsonArray());
  }
}
