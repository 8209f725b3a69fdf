package dev.gatehouse.local.sqs.eventsource;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.lambda.invoke.InvocationResult;
import dev.gatehouse.local.lambda.invoke.InvocationResult.Succeeded;
import dev.gatehouse.local.sqs.queues.Md5;
import dev.gatehouse.local.sqs.queues.MessageSystemAttributes;
import dev.gatehouse.local.sqs.queues.ReceivedMessage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The messages of one function call: the event made of them, and those that the result marks as
 * processed.
 */
record MessageBatch(List<ReceivedMessage> messages) {

  /** Returns the event that Lambda passes to a function, an {@code SQSEvent}. */
  String event(String queueArn) {
    JsonArray records = new JsonArray();
    for (ReceivedMessage message : messages) {
      records.add(
          Json.object(
              "messageId", message.id(),
              "receiptHandle", message.receiptHandle(),
              "body", message.body(),
              "attributes", MessageSystemAttributes.of(message),
              "messageAttributes", messageAttributes(message),
              "md5OfBody", Md5.of(message.body()),
              "eventSource", "aws:sqs",
              "eventSourceARN", queueArn,
              "awsRegion", queueArn.split(":", -1)[3]));
    }
    return Json.text(Json.object("Records", records));
  }

  /** Returns the attributes as Lambda's events have them, with small first letters. */
  private static JsonObject messageAttributes(ReceivedMessage message) {
    JsonObject attributes = new JsonObject();
    message
        .content()
        .attributes()
        .forEach(
            (name, attribute) ->
                attributes.add(
                    name,
                    Json.object(
                        attribute.isBinary() ? "binaryValue" : "stringValue",
                        attribute.value(),
                        "stringListValues",
                        new JsonArray(),
                        "binaryListValues",
                        new JsonArray(),
                        "dataType",
                        attribute.dataType())));
    return attributes;
  }

  /**
   * Returns the messages that the function has processed, by the rules of the Lambda Developer
   * Guide for partial batch responses: a response with an unknown or missing message id counts as a
   * failure of the whole batch.
   */
  List<ReceivedMessage> processed(InvocationResult invocation, boolean reportsBatchItemFailures) {
    if (!(invocation instanceof Succeeded succeeded)) {
      return List.of();
    }
    return reportsBatchItemFailures ? withoutFailures(succeeded.payload()) : messages;
  }

  private List<ReceivedMessage> withoutFailures(String response) {
    try {
      JsonElement json = JsonParser.parseString(response);
      if (json.isJsonNull() || (json instanceof JsonObject empty && empty.isEmpty())) {
        return messages;
      }
      JsonElement failures = json.getAsJsonObject().get("batchItemFailures");
      if (failures == null || failures.isJsonNull()) {
        return messages;
      }
      return withoutFailures(failures.getAsJsonArray());
    } catch (JsonParseException | IllegalStateException e) {
      return List.of();
    }
  }

  private List<ReceivedMessage> withoutFailures(JsonArray failures) {
    Set<String> failed = new HashSet<>();
    for (JsonElement failure : failures) {
      if (!(failure.getAsJsonObject().get("itemIdentifier") instanceof JsonPrimitive id)) {
        return List.of();
      }
      failed.add(id.getAsString());
    }
    Set<String> known = messages.stream().map(ReceivedMessage::id).collect(Collectors.toSet());
    return known.containsAll(failed)
        ? messages.stream().filter(message -> !failed.contains(message.id())).toList()
        : List.of();
  }
}
