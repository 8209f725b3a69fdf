package dev.gatehouse.local.awsjson;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The members of a request to an operation. Every method throws SerializationException if the
 * member has another type.
 */
public record AwsRequest(JsonObject members) {

  /** Parses a body; an empty one means no members. */
  public static JsonElement parse(String body) {
    try {
      return body.isEmpty() ? new JsonObject() : Json.parse(body);
    } catch (JsonParseException e) {
      throw AwsException.serialization("The body is not JSON.");
    }
  }

  /** Returns a string that the shape requires. */
  public String text(String name) {
    return optional(name).orElseThrow(() -> new IllegalStateException("not required: " + name));
  }

  /** Returns a string, or an empty Optional if it is missing. */
  public Optional<String> optional(String name) {
    return find(name).map(JsonTypes::string);
  }

  /** Returns a whole number, or an empty Optional if it is missing. */
  public OptionalInt number(String name) {
    return find(name)
        .map(value -> OptionalInt.of(JsonTypes.integer(value)))
        .orElse(OptionalInt.empty());
  }

  /** Returns whether the member is true; a missing one is false. */
  public boolean flag(String name) {
    return find(name).map(JsonTypes::bool).orElse(false);
  }

  /** Returns the bytes of a Base64 string that the shape requires. */
  public byte[] bytes(String name) {
    return find(name)
        .map(value -> decode(name, value))
        .orElseThrow(() -> new IllegalStateException("not required: " + name));
  }

  /** Returns a list of strings, empty if it is missing. */
  public List<String> texts(String name) {
    return elements(name).stream().map(JsonTypes::string).toList();
  }

  /** Returns a list of structures, empty if it is missing. */
  public List<AwsRequest> structures(String name) {
    return elements(name).stream()
        .map(element -> new AwsRequest(JsonTypes.structure(JsonTypes.path(name), element)))
        .toList();
  }

  /** Returns a structure, or an empty Optional if it is missing. */
  public Optional<AwsRequest> structure(String name) {
    return find(name)
        .map(value -> new AwsRequest(JsonTypes.structure(JsonTypes.path(name), value)));
  }

  /** Returns a map of strings in the order sent, without nulls; empty if it is missing. */
  public Map<String, String> map(String name) {
    Map<String, String> map = new LinkedHashMap<>();
    find(name)
        .map(value -> JsonTypes.structure(JsonTypes.path(name), value))
        .map(object -> object.asMap().entrySet())
        .orElse(Set.of())
        .stream()
        .filter(entry -> !entry.getValue().isJsonNull())
        .forEach(entry -> map.put(entry.getKey(), JsonTypes.string(entry.getValue())));
    return map;
  }

  /** Returns the member of any type, or an empty Optional if it is missing or null. */
  public Optional<JsonElement> find(String name) {
    return Optional.ofNullable(members.get(name)).filter(value -> !value.isJsonNull());
  }

  static byte[] decode(String name, JsonElement value) {
    try {
      return Base64.getDecoder().decode(JsonTypes.string(value));
    } catch (IllegalArgumentException e) {
      throw AwsException.serialization(name + " is not in Base64.");
    }
  }

  private List<JsonElement> elements(String name) {
    return find(name)
        .map(value -> JsonTypes.list(JsonTypes.path(name), value).asList())
        .orElse(List.of());
  }
}
