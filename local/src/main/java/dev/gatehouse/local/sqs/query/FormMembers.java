package dev.gatehouse.local.sqs.query;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.gatehouse.local.awsquery.QueryError;
import dev.gatehouse.local.awsquery.QueryRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The members of a request in JSON, from the flat parameters of a form: {@code Attribute.1.Name}
 * and {@code Attribute.1.Value} are an entry of {@code Attributes}.
 */
final class FormMembers {

  private static final Set<String> OTHER = Set.of("Action", "Version");

  private static final Set<String> NUMBERS =
      Set.of("DelaySeconds", "MaxNumberOfMessages", "VisibilityTimeout", "WaitTimeSeconds");

  private static final Map<String, String> LISTS =
      Map.of(
          "AttributeName", "AttributeNames",
          "MessageAttributeName", "MessageAttributeNames",
          "MessageSystemAttributeName", "MessageSystemAttributeNames",
          "SendMessageBatchRequestEntry", "Entries",
          "DeleteMessageBatchRequestEntry", "Entries",
          "ChangeMessageVisibilityBatchRequestEntry", "Entries");

  private static final Map<String, String> MAPS =
      Map.of("Attribute", "Attributes", "MessageAttribute", "MessageAttributes", "Tag", "tags");

  /** The name of a list or map, the position in it, and the rest. */
  private static final Pattern ELEMENT = Pattern.compile("(\\w+)\\.(\\d{1,4})(?:\\.(.+))?");

  private FormMembers() {}

  /** Returns the members; throws {@link QueryError} for a number that is none. */
  static JsonObject json(QueryRequest query) {
    SortedMap<String, String> parameters = new TreeMap<>();
    query.parameters().forEach((name, values) -> parameters.put(name, values.getFirst()));
    parameters.keySet().removeAll(OTHER);
    return structure(parameters);
  }

  private static JsonObject structure(Map<String, String> parameters) {
    JsonObject members = new JsonObject();
    Map<String, SortedMap<Integer, SortedMap<String, String>>> elements = new TreeMap<>();
    parameters.forEach(
        (name, value) -> {
          Matcher element = ELEMENT.matcher(name);
          if (element.matches()) {
            elements
                .computeIfAbsent(element.group(1), any -> new TreeMap<>())
                .computeIfAbsent(Integer.valueOf(element.group(2)), any -> new TreeMap<>())
                .put(element.group(3) == null ? "" : element.group(3), value);
          } else {
            members.add(name, scalar(name, value));
          }
        });
    elements.forEach((name, byPosition) -> add(members, name, List.copyOf(byPosition.values())));
    return members;
  }

  private static void add(
      JsonObject members, String name, List<SortedMap<String, String>> elements) {
    if (MAPS.containsKey(name)) {
      JsonObject map = new JsonObject();
      elements.forEach(entry -> addEntry(map, entry));
      members.add(MAPS.getOrDefault(name, name), map);
    } else {
      JsonArray list = new JsonArray();
      for (SortedMap<String, String> element : elements) {
        list.add(element.containsKey("") ? new JsonPrimitive(element.get("")) : structure(element));
      }
      members.add(LISTS.getOrDefault(name, name), list);
    }
  }

  /** Adds an entry, whose value is a text or, for a message attribute, a structure. */
  private static void addEntry(JsonObject map, SortedMap<String, String> entry) {
    String name = entry.getOrDefault("Name", entry.getOrDefault("Key", ""));
    if (entry.containsKey("Value")) {
      map.addProperty(name, entry.get("Value"));
      return;
    }
    JsonObject value = new JsonObject();
    entry.forEach(
        (member, text) -> {
          if (member.startsWith("Value.")) {
            value.addProperty(member.substring("Value.".length()), text);
          }
        });
    map.add(name, value);
  }

  private static JsonPrimitive scalar(String name, String value) {
    if (!NUMBERS.contains(name)) {
      return new JsonPrimitive(value);
    }
    try {
      return new JsonPrimitive(Integer.valueOf(value));
    } catch (NumberFormatException e) {
      throw QueryError.invalidParameter("The value of %s is not a number".formatted(name));
    }
  }
}
