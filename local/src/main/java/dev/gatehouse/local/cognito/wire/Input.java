package dev.gatehouse.local.cognito.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Is a request whose shape has been checked. */
public record Input(JsonObject json) {

  /** Returns a required text. */
  public String text(String name) {
    return optional(name).orElseThrow(() -> new IllegalStateException("unchecked " + name));
  }

  /** Returns a text, or nothing if it was left out. */
  public Optional<String> optional(String name) {
    return present(name).map(JsonElement::getAsString);
  }

  /** Returns a number, or nothing if it was left out. */
  public OptionalInt number(String name) {
    return present(name).map(value -> OptionalInt.of(value.getAsInt())).orElse(OptionalInt.empty());
  }

  /** Tells whether the member is there and true. */
  public boolean flag(String name) {
    return present(name).map(JsonElement::getAsBoolean).orElse(false);
  }

  /** Returns a list of texts, empty if it was left out. */
  public List<String> texts(String name) {
    return present(name)
        .map(list -> list.getAsJsonArray().asList().stream().map(JsonElement::getAsString).toList())
        .orElse(List.of());
  }

  /** Returns a map of texts in the order sent, empty if it was left out. */
  public Map<String, String> map(String name) {
    Map<String, String> map = new LinkedHashMap<>();
    present(name)
        .map(JsonElement::getAsJsonObject)
        .ifPresent(
            object -> object.asMap().forEach((key, value) -> map.put(key, value.getAsString())));
    return map;
  }

  /** Returns a list of Name and Value as a map in the order sent; a missing Value is empty. */
  public Map<String, String> attributes(String name) {
    Map<String, String> attributes = new LinkedHashMap<>();
    JsonArray list = present(name).map(JsonElement::getAsJsonArray).orElseGet(JsonArray::new);
    for (JsonElement element : list) {
      Input attribute = new Input(element.getAsJsonObject());
      attributes.put(attribute.text("Name"), attribute.optional("Value").orElse(""));
    }
    return attributes;
  }

  private Optional<JsonElement> present(String name) {
    return Optional.ofNullable(json.get(name)).filter(value -> !value.isJsonNull());
  }
}
