package dev.gatehouse.local.sqs;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Is what one call of SQS says: its operation, and the members of its JSON. */
record Call(String operation, JsonObject members) {

  static Call of(String operation, String body) throws SqsError {
    try {
      JsonElement json = JsonParser.parseString(body.isEmpty() ? "{}" : body);
      if (json instanceof JsonObject members) {
        return new Call(operation, members);
      }
    } catch (JsonParseException e) {
      // Said below: what it held instead is of no use to anybody.
    }
    throw SqsError.notJson();
  }

  /** Refuses every member that would be passed over. */
  Call only(Set<String> known) throws SqsError {
    for (String member : members.keySet()) {
      boolean empty = members.get(member) instanceof JsonObject object && object.isEmpty();
      if (!known.contains(member) && !empty) {
        throw SqsError.unsupported(operation, member);
      }
    }
    return this;
  }

  boolean has(String member) {
    return members.has(member) && !members.get(member).isJsonNull();
  }

  String text(String member) throws SqsError {
    if (!has(member) || !members.get(member).isJsonPrimitive()) {
      throw SqsError.missing(member);
    }
    return members.get(member).getAsString();
  }

  int number(String member, int otherwise, int least, int most) throws SqsError {
    if (!has(member)) {
      return otherwise;
    }
    try {
      int value = members.get(member).getAsInt();
      if (value >= least && value <= most) {
        return value;
      }
    } catch (RuntimeException e) {
      // Not a number is refused like a number that is too large.
    }
    throw SqsError.invalid(
        "Value %s for parameter %s is invalid. Reason: Must be between %d and %d, if provided."
            .formatted(members.get(member), member, least, most));
  }

  List<String> texts(String member) {
    return members.get(member) instanceof JsonArray array
        ? array.asList().stream()
            .filter(JsonElement::isJsonPrimitive)
            .map(JsonElement::getAsString)
            .toList()
        : List.of();
  }

  /** Returns the entries of a batch, each as a call of its own. */
  List<Call> entries() throws SqsError {
    if (!(members.get("Entries") instanceof JsonArray array) || array.isEmpty()) {
      throw SqsError.batch(
          "EmptyBatchRequest", "There should be at least one SendMessageBatchRequestEntry.");
    }
    if (array.size() > 10) {
      throw SqsError.batch(
          "TooManyEntriesInBatchRequest",
          "Maximum number of entries per request are 10. You have sent %d."
              .formatted(array.size()));
    }
    List<Call> entries = new ArrayList<>();
    for (JsonElement entry : array) {
      if (!(entry instanceof JsonObject object)) {
        throw SqsError.notJson();
      }
      entries.add(new Call(operation, object));
    }
    return entries;
  }
}
