package dev.gatehouse.local.sqs.operations;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.sqs.queues.Md5;
import dev.gatehouse.local.sqs.queues.MessageSystemAttributes;
import dev.gatehouse.local.sqs.queues.Queue;
import dev.gatehouse.local.sqs.queues.Queues;
import dev.gatehouse.local.sqs.queues.ReceivedMessage;
import java.time.Duration;
import java.util.List;

/** The operation that receives up to ten messages of a queue, with long polling. */
record ReceiveMessage(Queues queues) implements Operation {

  @Override
  public RequestShape shape() {
    return RequestShape.builder()
        .optional("QueueUrl", SqsMembers.TEXT)
        .optional("MaxNumberOfMessages", SqsMembers.NUMBER)
        .optional("VisibilityTimeout", SqsMembers.NUMBER)
        .optional("WaitTimeSeconds", SqsMembers.NUMBER)
        .optional("AttributeNames", SqsMembers.TEXTS)
        .optional("MessageSystemAttributeNames", SqsMembers.TEXTS)
        .optional("MessageAttributeNames", SqsMembers.TEXTS)
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    Queue queue = queues.withUrl(SqsMembers.text(request, "QueueUrl"));
    int visibilityTimeout = (int) queue.attributes().visibilityTimeout().toSeconds();
    int waitTime = (int) queue.attributes().receiveWaitTime().toSeconds();
    List<String> names = request.texts("MessageSystemAttributeNames");
    return response(
        receive(
            queue,
            SqsMembers.number(request, "MaxNumberOfMessages", 1, SqsMembers.MAX_MESSAGES),
            Duration.ofSeconds(
                SqsMembers.number(
                    request,
                    "VisibilityTimeout",
                    visibilityTimeout,
                    SqsMembers.VISIBILITY_TIMEOUT)),
            Duration.ofSeconds(
                SqsMembers.number(request, "WaitTimeSeconds", waitTime, SqsMembers.WAIT_TIME))),
        names.isEmpty() ? request.texts("AttributeNames") : names,
        request.texts("MessageAttributeNames"));
  }

  private static List<ReceivedMessage> receive(
      Queue queue, int max, Duration visibilityTimeout, Duration waitTime) {
    try {
      return queue.receive(max, visibilityTimeout, waitTime);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private static JsonObject response(
      List<ReceivedMessage> messages, List<String> systemAttributes, List<String> attributes) {
    JsonArray list = new JsonArray();
    for (ReceivedMessage message : messages) {
      JsonObject json = json(message, systemAttributes);
      MessageAttributes.add(json, message.content().attributes(), attributes);
      list.add(json);
    }
    return list.isEmpty() ? new JsonObject() : Json.object("Messages", list);
  }

  private static JsonObject json(ReceivedMessage message, List<String> attributeNames) {
    JsonObject json =
        Json.object(
            "MessageId", message.id(),
            "ReceiptHandle", message.receiptHandle(),
            "Body", message.body(),
            "MD5OfBody", Md5.of(message.body()));
    JsonObject attributes = MessageSystemAttributes.of(message);
    attributes
        .keySet()
        .removeIf(name -> !attributeNames.contains("All") && !attributeNames.contains(name));
    if (!attributes.isEmpty()) {
      json.add("Attributes", attributes);
    }
    return json;
  }
}
