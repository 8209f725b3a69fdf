package dev.gatehouse.local.sqs.operations;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.sqs.queues.MessageAttribute;
import dev.gatehouse.local.sqs.queues.SqsErrors;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The message attributes in requests and responses. */
final class MessageAttributes {

  private static final int MAX_ATTRIBUTES = 10;
  private static final Pattern NAME =
      Pattern.compile("(?!(?i:aws\\.|amazon\\.)|\\.)(?!.*\\.\\.)[\\w.-]{1,256}(?<!\\.)");
  private static final Pattern TYPE = Pattern.compile("(String|Number|Binary)(\\..{1,256})?");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

  private MessageAttributes() {}

  /** Returns the attributes of a message; throws {@link AwsException} for invalid ones. */
  static Map<String, MessageAttribute> of(AwsRequest request) {
    Map<String, MessageAttribute> attributes = new LinkedHashMap<>();
    JsonElement given = request.find("MessageAttributes").orElseGet(JsonObject::new);
    if (!(given instanceof JsonObject members)) {
      throw AwsException.serialization("Expected a structure or a map at 'messageAttributes'");
    }
    if (members.size() > MAX_ATTRIBUTES) {
      throw SqsErrors.invalidParameter(
          "Number of message attributes [%s] exceeds the allowed maximum [10]."
              .formatted(members.size()));
    }
    for (String name : members.keySet()) {
      attributes.put(name, attribute(name, members.get(name)));
    }
    return attributes;
  }

  private static MessageAttribute attribute(String name, JsonElement given) {
    if (!NAME.matcher(name).matches()) {
      throw SqsErrors.invalidParameter(
          "The message attribute name '%s' is invalid.".formatted(name));
    }
    if (!(given instanceof JsonObject members)) {
      throw AwsException.serialization("Expected a structure or a map at 'messageAttributes'");
    }
    String type = text(members, "DataType");
    if (type == null || !TYPE.matcher(type).matches()) {
      throw SqsErrors.invalidParameter(
          "The type of message attribute '%s' is invalid. You must use only the following supported"
                  .formatted(name)
              + " type prefixes: Binary, Number, String.");
    }
    String value = text(members, type.startsWith("Binary") ? "BinaryValue" : "StringValue");
    if (value == null || value.isEmpty() || !isValid(type, value)) {
      throw SqsErrors.invalidParameter(
          "The message attribute '%s' must contain a non-empty value of its type.".formatted(name));
    }
    return new MessageAttribute(type, value);
  }

  private static boolean isValid(String type, String value) {
    if (type.startsWith("Number")) {
      return NUMBER.matcher(value).matches();
    }
    try {
      return !type.startsWith("Binary") || Base64.getDecoder().decode(value).length > 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static @Nullable String text(JsonObject members, String name) {
    return members.get(name) instanceof JsonPrimitive value && value.isString()
        ? value.getAsString()
        : null;
  }

  /**
   * Adds to a received message those attributes that a receiver asks for: by name, by a prefix with
   * {@code .*}, or all of them.
   */
  static void add(
      JsonObject message, Map<String, MessageAttribute> attributes, List<String> names) {
    Map<String, MessageAttribute> selected = new LinkedHashMap<>(attributes);
    selected.keySet().removeIf(name -> names.stream().noneMatch(each -> selects(each, name)));
    if (selected.isEmpty()) {
      return;
    }
    JsonObject json = new JsonObject();
    selected.forEach((name, attribute) -> json.add(name, json(attribute)));
    message.add("MessageAttributes", json);
    message.addProperty("MD5OfMessageAttributes", MessageAttribute.md5(selected));
  }

  private static boolean selects(String selector, String name) {
    return selector.equals("All")
        || selector.equals(name)
        || (selector.endsWith(".*")
            && name.startsWith(selector.substring(0, selector.length() - ".*".length())));
  }

  private static JsonObject json(MessageAttribute attribute) {
    return Json.object(
        attribute.isBinary() ? "BinaryValue" : "StringValue",
        attribute.value(),
        "DataType",
        attribute.dataType());
  }
}
