package dev.gatehouse.local.sqs.operations;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Constraint.ListOf;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.sqs.queues.SqsErrors;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The entries of a batch.
 *
 * @param operation the name of the operation
 * @param shape the shape of an entry
 */
record BatchEntries(String operation, RequestShape shape) {

  private static final int MAX_ENTRIES = 10;
  private static final Pattern ID = Pattern.compile("[\\w-]{1,80}");

  /** Returns the shape of a request with entries of a shape. */
  static RequestShape requestShape(RequestShape entry) {
    return RequestShape.builder()
        .optional("QueueUrl", SqsMembers.TEXT)
        .optional("Entries", new ListOf(entry.structure()))
        .build();
  }

  /** Returns the entries of a request; throws the error of SQS for a batch that is not valid. */
  List<AwsRequest> of(AwsRequest request) {
    List<AwsRequest> entries = request.structures("Entries");
    if (entries.isEmpty()) {
      throw SqsErrors.batch(
          "EmptyBatchRequest",
          "There should be at least one %sRequestEntry in the request.".formatted(operation));
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
    entries.forEach(entry -> check(entry, ids));
    return entries;
  }

  /** Returns the result of a batch, in which each entry succeeds or fails by itself. */
  static JsonObject each(List<AwsRequest> entries, Consumer<AwsRequest> operation) {
    JsonArray successful = new JsonArray();
    JsonArray failed = new JsonArray();
    for (AwsRequest entry : entries) {
      String id = SqsMembers.text(entry, "Id");
      try {
        operation.accept(entry);
        successful.add(Json.object("Id", id));
      } catch (AwsException e) {
        failed.add(
            Json.object(
                "Id",
                id,
                "SenderFault",
                true,
                "Code",
                SqsErrors.queryCode(e),
                "Message",
                e.text()));
      }
    }
    return Json.object("Successful", successful, "Failed", failed);
  }

  private void check(AwsRequest entry, Set<String> ids) {
    for (String member : shape.unknownMembers(entry.members())) {
      throw SqsErrors.unsupported(operation, member);
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
  }
}
