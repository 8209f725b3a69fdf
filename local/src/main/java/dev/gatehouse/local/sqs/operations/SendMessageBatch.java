package dev.gatehouse.local.sqs.operations;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Constraint.ListOf;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.sqs.queues.MessageContent;
import dev.gatehouse.local.sqs.queues.Queue;
import dev.gatehouse.local.sqs.queues.Queues;
import dev.gatehouse.local.sqs.queues.SqsErrors;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The operation that sends up to ten messages to a queue, all of them or none. */
record SendMessageBatch(Queues queues) implements Operation {

  private static final int MAX_ENTRIES = 10;
  private static final Pattern ID = Pattern.compile("[\\w-]{1,80}");
  private static final RequestShape ENTRY =
      RequestShape.builder()
          .optional("Id", SqsMembers.TEXT)
          .optional("MessageBody", SqsMembers.TEXT)
          .optional("DelaySeconds", SqsMembers.NUMBER)
          .optional("MessageAttributes", SqsMembers.ANYTHING)
          .build();

  @Override
  public RequestShape shape() {
    return RequestShape.builder()
        .optional("QueueUrl", SqsMembers.TEXT)
        .optional("Entries", new ListOf(ENTRY.structure()))
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    Queue queue = queues.withUrl(SqsMembers.text(request, "QueueUrl"));
    List<AwsRequest> entries = request.structures("Entries");
    check(queue, entries);
    JsonArray successful = new JsonArray();
    for (AwsRequest entry : entries) {
      JsonObject result = SendMessage.send(queue, entry);
      result.addProperty("Id", SqsMembers.text(entry, "Id"));
      successful.add(result);
    }
    return Json.object("Successful", successful, "Failed", new JsonArray());
  }

  /** Checks every entry before the first is sent. */
  private void check(Queue queue, List<AwsRequest> entries) {
    if (entries.isEmpty()) {
      throw SqsErrors.batch(
          "EmptyBatchRequest", "There should be at least one SendMessageBatchRequestEntry.");
    }
    if (entries.size() > MAX_ENTRIES) {
      throw SqsErrors.batch(
          "TooManyEntriesInBatchRequest",
          String.format(
              Locale.ROOT,
              "Maximum number of entries per request are 10. You have sent %d.",
              entries.size()));
    }
    Set<String> ids = new HashSet<>();
    for (AwsRequest entry : entries) {
      for (String member : ENTRY.unknownMembers(entry.members())) {
        throw SqsErrors.unsupported(name(), member);
      }
      String id = SqsMembers.text(entry, "Id");
      if (!ID.matcher(id).matches()) {
        throw SqsErrors.batch(
            "InvalidBatchEntryId",
            "A batch entry id can only contain alphanumeric characters, hyphens and underscores."
                + " It can be at most 80 letters long.");
      }
      if (!ids.add(id)) {
        throw SqsErrors.batch("BatchEntryIdsNotDistinct", "Id %s repeated.".formatted(id));
      }
      MessageContent unused = SendMessage.content(queue, entry);
    }
  }
}
