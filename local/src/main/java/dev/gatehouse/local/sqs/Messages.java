package dev.gatehouse.local.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.gatehouse.local.sqs.Queue.Received;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Are the operations on messages. */
final class Messages {

  /** What XML 1.0 has characters for; SQS takes nothing else. */
  private static final Pattern TEXT =
      Pattern.compile("[\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]+");

  private final Queues queues;

  Messages(Queues queues) {
    this.queues = queues;
  }

  JsonObject send(Call call) throws SqsError {
    Queue queue = queues.at(call.text("QueueUrl"));
    return sent(queue, call.only(Set.of("QueueUrl", "MessageBody", "DelaySeconds")));
  }

  JsonObject sendBatch(Call call) throws SqsError {
    Queue queue = queues.at(call.only(Set.of("QueueUrl", "Entries")).text("QueueUrl"));
    Set<String> ids = new HashSet<>();
    JsonArray successful = new JsonArray();
    for (Call entry : call.entries()) {
      String id = entry.only(Set.of("Id", "MessageBody", "DelaySeconds")).text("Id");
      if (!ids.add(id)) {
        throw SqsError.batch("BatchEntryIdsNotDistinct", "Id %s repeated.".formatted(id));
      }
      String unused = body(queue, entry); // all are good before the first is kept
    }
    for (Call entry : call.entries()) {
      JsonObject result = sent(queue, entry);
      result.addProperty("Id", entry.text("Id"));
      successful.add(result);
    }
    JsonObject answer = new JsonObject();
    answer.add("Successful", successful);
    answer.add("Failed", new JsonArray());
    return answer;
  }

  JsonObject receive(Call call) throws SqsError {
    call.only(
        Set.of(
            "QueueUrl",
            "MaxNumberOfMessages",
            "VisibilityTimeout",
            "WaitTimeSeconds",
            "AttributeNames",
            "MessageSystemAttributeNames",
            "MessageAttributeNames"));
    Queue queue = queues.at(call.text("QueueUrl"));
    int hidden = (int) queue.settings().visibility().toSeconds();
    int wait = (int) queue.settings().longPoll().toSeconds();
    List<String> attributes = call.texts("MessageSystemAttributeNames");
    List<String> asked = attributes.isEmpty() ? call.texts("AttributeNames") : attributes;
    return received(
        received(
            queue,
            call.number("MaxNumberOfMessages", 1, 1, 10),
            Duration.ofSeconds(call.number("VisibilityTimeout", hidden, 0, 43_200)),
            Duration.ofSeconds(call.number("WaitTimeSeconds", wait, 0, 20))),
        asked);
  }

  JsonObject delete(Call call) throws SqsError {
    Queue queue = queues.at(call.only(Set.of("QueueUrl", "ReceiptHandle")).text("QueueUrl"));
    String handle = call.text("ReceiptHandle");
    try {
      queue.delete(UUID.fromString(handle).toString());
    } catch (IllegalArgumentException e) {
      throw SqsError.noHandle(handle);
    }
    return new JsonObject();
  }

  private static List<Received> received(
      Queue queue, int most, Duration hidden, Duration patience) {
    try {
      return queue.receive(most, hidden, patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private static JsonObject received(List<Received> messages, List<String> asked) {
    JsonArray list = new JsonArray();
    for (Received message : messages) {
      JsonObject json = new JsonObject();
      json.addProperty("MessageId", message.id());
      json.addProperty("ReceiptHandle", message.handle());
      json.addProperty("Body", message.body());
      json.addProperty("MD5OfBody", Md5.of(message.body()));
      JsonObject attributes = MessageAttributes.of(message);
      attributes.keySet().removeIf(name -> !asked.contains("All") && !asked.contains(name));
      if (!attributes.isEmpty()) {
        json.add("Attributes", attributes);
      }
      list.add(json);
    }
    JsonObject answer = new JsonObject();
    if (!list.isEmpty()) {
      answer.add("Messages", list);
    }
    return answer;
  }

  private static JsonObject sent(Queue queue, Call call) throws SqsError {
    int delay = (int) queue.settings().delay().toSeconds();
    String body = body(queue, call);
    int seconds = call.number("DelaySeconds", delay, 0, 900);
    JsonObject answer = new JsonObject();
    answer.addProperty("MessageId", queue.send(body, Duration.ofSeconds(seconds)));
    answer.addProperty("MD5OfMessageBody", Md5.of(body));
    return answer;
  }

  private static String body(Queue queue, Call call) throws SqsError {
    String body = call.text("MessageBody");
    int most = queue.settings().largestMessage();
    if (body.getBytes(UTF_8).length > most) {
      throw SqsError.invalid(
          "One or more parameters are invalid. Reason: Message must be shorter than %d bytes."
              .formatted(most));
    }
    if (!TEXT.matcher(body).matches()) {
      throw SqsError.invalid("The message is empty or holds characters that SQS does not take.");
    }
    return body;
  }
}
