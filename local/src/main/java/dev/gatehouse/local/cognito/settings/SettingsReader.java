package dev.gatehouse.local.cognito.settings;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.gatehouse.local.plan.PulumiInputs;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A reader of settings in the form of Cognito's API, which rejects settings that were not read. */
final class SettingsReader {
  private final String path;
  private final JsonObject json;
  private final Set<String> read = new HashSet<>();

  private SettingsReader(String path, JsonObject json) {
    this.path = path;
    this.json = json;
  }

  static SettingsReader of(JsonObject json) {
    return new SettingsReader("", json);
  }

  boolean has(String key) {
    return present(key).isPresent();
  }

  Optional<String> text(String key) {
    return present(key)
        .map(value -> primitive(key, value, "has to be a string"))
        .map(JsonPrimitive::getAsString);
  }

  boolean flag(String key, boolean defaultValue) {
    Optional<JsonPrimitive> value =
        present(key).map(present -> primitive(key, present, "has to be true or false"));
    if (value.isPresent() && !value.get().isBoolean()) {
      throw error(key, "has to be true or false");
    }
    return value.map(JsonPrimitive::getAsBoolean).orElse(defaultValue);
  }

  int integer(String key, int defaultValue, int min, int max) {
    int value;
    try {
      value =
          present(key)
              .map(present -> primitive(key, present, "has to be a number").getAsInt())
              .orElse(defaultValue);
    } catch (NumberFormatException e) {
      throw error(key, "has to be a whole number");
    }
    if (value < min || value > max) {
      throw error(key, String.format(Locale.ROOT, "has to be between %d and %d", min, max));
    }
    return value;
  }

  List<String> texts(String key) {
    return list(key).stream()
        .map(value -> primitive(key, value, "has to be a list of strings").getAsString())
        .toList();
  }

  /**
   * Returns a list of strings; throws {@link UnsupportedSettingException} for one that is not
   * allowed.
   */
  List<String> texts(String key, List<String> allowed) {
    List<String> texts = texts(key);
    texts.stream()
        .filter(text -> !allowed.contains(text))
        .forEach(text -> unsupported(key, text, allowed));
    return texts;
  }

  List<SettingsReader> objects(String key) {
    return list(key).stream()
        .map(
            value -> {
              if (value instanceof JsonObject object) {
                return new SettingsReader(path + key + ".", object);
              }
              throw error(key, "has to be a list of objects");
            })
        .toList();
  }

  SettingsReader object(String key) {
    Optional<JsonElement> value = present(key);
    if (value.isPresent() && !value.get().isJsonObject()) {
      throw error(key, "has to be an object");
    }
    JsonObject object = value.map(JsonElement::getAsJsonObject).orElseGet(JsonObject::new);
    return new SettingsReader(path + key + ".", object);
  }

  /**
   * Throws {@link UnsupportedSettingException} for a value that is not allowed; a missing one is
   * allowed.
   */
  void allowOnly(String key, String... allowed) {
    text(key)
        .filter(text -> !text.isEmpty() && !List.of(allowed).contains(text))
        .ifPresent(text -> unsupported(key, text, List.of(allowed)));
  }

  /** Marks settings without effect in the local emulator as read. */
  void ignore(String... keys) {
    read.addAll(List.of(keys));
  }

  /**
   * Throws {@link UnsupportedSettingException} for the first setting that is set and was not read.
   */
  void rejectUnread(String reason) {
    json.keySet().stream()
        .filter(
            key ->
                !read.contains(key)
                    && present(key).filter(value -> !PulumiInputs.isUnset(value)).isPresent())
        .findFirst()
        .ifPresent(
            key -> {
              throw error(key, reason);
            });
  }

  UnsupportedSettingException error(String key, String reason) {
    return new UnsupportedSettingException(path + key, reason);
  }

  private void unsupported(String key, String value, List<String> allowed) {
    throw error(
        key,
        String.format(
            Locale.ROOT, "has the unsupported value \"%s\" (supported: %s)", value, allowed));
  }

  private List<JsonElement> list(String key) {
    Optional<JsonElement> value = present(key);
    if (value.isPresent() && !value.get().isJsonArray()) {
      throw error(key, "has to be a list");
    }
    return value.map(JsonElement::getAsJsonArray).orElseGet(JsonArray::new).asList();
  }

  private JsonPrimitive primitive(String key, JsonElement value, String defaultValue) {
    if (value instanceof JsonPrimitive primitive) {
      return primitive;
    }
    throw error(key, defaultValue);
  }

  private Optional<JsonElement> present(String key) {
    read.add(key);
    return Optional.ofNullable(json.get(key)).filter(value -> !value.isJsonNull());
  }
}
