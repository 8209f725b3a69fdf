package dev.gatehouse.local.sqs;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.gatehouse.local.functions.Invocation;
import dev.gatehouse.local.functions.Invocation.Answered;
import dev.gatehouse.local.sqs.Queue.Received;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Is what one call of a function is about: the messages, as its event, and what became of them. */
record Batch(List<Received> messages) {

  /** Returns the event in the shape in which Lambda hands a function messages of a queue. */
  String event(String queueArn) {
    JsonArray records = new JsonArray();
    for (Received message : messages) {
      JsonObject record = new JsonObject();
      record.addProperty("messageId", message.id());
      record.addProperty("receiptHandle", message.handle());
      record.addProperty("body", message.body());
      record.add("attributes", MessageAttributes.of(message));
      record.add("messageAttributes", new JsonObject());
      record.addProperty("md5OfBody", Md5.of(message.body()));
      record.addProperty("eventSource", "aws:sqs");
      record.addProperty("eventSourceARN", queueArn);
      record.addProperty("awsRegion", queueArn.split(":", -1)[3]);
      records.add(record);
    }
    JsonObject event = new JsonObject();
    event.add("Records", records);
    return event.toString();
  }

  /**
   * Returns the messages that the function is done with, by the rules of the Lambda Developer Guide
   * for partial batch responses: an answer that names a message that is not there, or none, counts
   * as a failure of all.
   */
  List<Received> done(Invocation invocation, boolean reports) {
    if (!(invocation instanceof Answered answered)) {
      return List.of();
    }
    return reports ? allBut(answered.payload()) : messages;
  }

  private List<Received> allBut(String answer) {
    try {
      JsonElement json = JsonParser.parseString(answer);
      if (json.isJsonNull() || (json instanceof JsonObject empty && empty.isEmpty())) {
        return messages;
      }
      JsonElement failures = json.getAsJsonObject().get("batchItemFailures");
      if (failures == null || failures.isJsonNull()) {
        return messages;
      }
      return allBut(failures.getAsJsonArray());
    } catch (JsonParseException | IllegalStateException e) {
      return List.of();
    }
  }

  private List<Received> allBut(JsonArray failures) {
    Set<String> failed = new HashSet<>();
    for (JsonElement failure : failures) {
      if (!(failure.getAsJsonObject().get("itemIdentifier") instanceof JsonPrimitive id)) {
        return List.of();
      }
      failed.add(id.getAsString());
    }
    Set<String> known = messages.stream().map(Received::id).collect(Collectors.toSet());
    return known.containsAll(failed)
        ? messages.stream().filter(message -> !failed.contains(message.id())).toList()
        : List.of();
  }
}
