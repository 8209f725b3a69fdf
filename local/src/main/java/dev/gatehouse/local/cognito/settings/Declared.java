package dev.gatehouse.local.cognito.settings;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads declared settings one by one and refuses, by name, those that nobody read. */
final class Declared {
  private final String path;
  private final JsonObject json;
  private final Set<String> read = new HashSet<>();

  private Declared(String path, JsonObject json) {
    this.path = path;
    this.json = json;
  }

  static Declared of(JsonObject json) {
    return new Declared("", json);
  }

  boolean holds(String key) {
    return present(key).isPresent();
  }

  Optional<String> text(String key) {
    return present(key)
        .map(value -> primitive(key, value, "has to be a text"))
        .map(JsonPrimitive::getAsString);
  }

  boolean flag(String key, boolean otherwise) {
    Optional<JsonPrimitive> value =
        present(key).map(present -> primitive(key, present, "has to be true or false"));
    if (value.isPresent() && !value.get().isBoolean()) {
      throw refused(key, "has to be true or false");
    }
    return value.map(JsonPrimitive::getAsBoolean).orElse(otherwise);
  }

  int whole(String key, int otherwise, int least, int most) {
    int value;
    try {
      value =
          present(key)
              .map(present -> primitive(key, present, "has to be a number").getAsInt())
              .orElse(otherwise);
    } catch (NumberFormatException e) {
      throw refused(key, "has to be a whole number");
    }
    if (value < least || value > most) {
      throw refused(key, "has to be between %d and %d".formatted(least, most));
    }
    return value;
  }

  List<String> anyTexts(String key) {
    return list(key).stream()
        .map(value -> primitive(key, value, "has to be a list of texts").getAsString())
        .toList();
  }

  /** Returns a list of texts, each of which has to be among those allowed. */
  List<String> texts(String key, List<String> allowed) {
    List<String> texts = anyTexts(key);
    texts.stream()
        .filter(text -> !allowed.contains(text))
        .forEach(text -> unsupported(key, text, allowed));
    return texts;
  }

  List<Declared> objects(String key) {
    return list(key).stream()
        .map(value -> {
          if (value instanceof JsonObject object) {
            return new Declared(path + key + ".", object);
          }
          throw refused(key, "has to be a list of objects");
        })
        .toList();
  }

  Declared object(String key) {
    Optional<JsonElement> value = present(key);
    if (value.isPresent() && !value.get().isJsonObject()) {
      throw refused(key, "has to be an object");
    }
    JsonObject object = value.map(JsonElement::getAsJsonObject).orElseGet(JsonObject::new);
    return new Declared(path + key + ".", object);
  }

  /** Refuses any value but these; nothing at all is always fine. */
  void only(String key, String... allowed) {
    text(key)
        .filter(text -> !text.isEmpty() && !List.of(allowed).contains(text))
        .ifPresent(text -> unsupported(key, text, List.of(allowed)));
  }

  /** Accepts settings whose effect cannot be seen on one machine. */
  void noMeaningHere(String... keys) {
    read.addAll(List.of(keys));
  }

  /** Throws {@link SettingRefused} for the first setting that has a value and was not read. */
  void refuseTheRest(String reason) {
    json.keySet().stream()
        .filter(key -> !read.contains(key) && present(key).filter(Declared::says).isPresent())
        .findFirst()
        .ifPresent(key -> {
          throw refused(key, reason);
        });
  }

  SettingRefused refused(String key, String reason) {
    return new SettingRefused(path + key, reason);
  }

  private void unsupported(String key, String value, List<String> allowed) {
    throw refused(key, String.format(Locale.ROOT, "\"%s\" is not there, only %s", value, allowed));
  }

  private List<JsonElement> list(String key) {
    Optional<JsonElement> value = present(key);
    if (value.isPresent() && !value.get().isJsonArray()) {
      throw refused(key, "has to be a list");
    }
    return value.map(JsonElement::getAsJsonArray).orElseGet(JsonArray::new).asList();
  }

  private JsonPrimitive primitive(String key, JsonElement value, String otherwise) {
    if (value instanceof JsonPrimitive primitive) {
      return primitive;
    }
    throw refused(key, otherwise);
  }

  private Optional<JsonElement> present(String key) {
    read.add(key);
    return Optional.ofNullable(json.get(key)).filter(value -> !value.isJsonNull());
  }

  /** Tells whether a value says anything: empty texts, lists and objects and false do not. */
  private static boolean says(JsonElement value) {
    return switch (value) {
      case JsonArray array -> !array.isEmpty();
      case JsonObject object -> object.asMap().values().stream().anyMatch(Declared::says);
      case JsonPrimitive primitive when primitive.isBoolean() -> primitive.getAsBoolean();
      case JsonPrimitive primitive -> !primitive.getAsString().isEmpty();
      default -> false;
    };
  }
}
