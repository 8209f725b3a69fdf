package dev.gatehouse.pulumi.settings;

import com.google.gson.Gson;
import com.google.gson.JsonSyntaxException;
import com.google.gson.reflect.TypeToken;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;

/**
 * A setting of the stack, with checks whose error messages contain a command that corrects it.
 *
 * @param value blank if the setting is not set
 * @param example the arguments of a command that sets a valid value
 * @param secret whether messages must not contain the value
 */
record Setting(String key, String value, String example, boolean secret) {

  boolean isSet() {
    return !value.isBlank();
  }

  /** Returns this setting, or one with another value if it is not set. */
  Setting orElse(String otherwise) {
    return isSet() ? this : new Setting(key, otherwise, example, false);
  }

  /** Returns the value, which must be set. */
  String required() {
    if (!isSet()) {
      throw new SettingInvalid(missing());
    }
    return value;
  }

  /** Returns the value, which must be set and match. */
  String matching(String pattern, String expected) {
    if (!required().matches(pattern)) {
      throw invalid(expected);
    }
    return value;
  }

  /** Returns the value, which must match if it is set. */
  String blankOr(String pattern, String expected) {
    return isSet() ? matching(pattern, expected) : "";
  }

  /** Returns the value, which must be one of these words. */
  String oneOf(String... words) {
    return matching(String.join("|", words), String.join(" or ", words));
  }

  int number(int min, int max, String unit) {
    return number(
        number -> number >= min && number <= max,
        String.format(Locale.ROOT, "%d to %d%s", min, max, unit.isEmpty() ? "" : " " + unit));
  }

  int number(IntPredicate accepted, String expected) {
    String digits = matching("\\d{1,9}", expected);
    if (!accepted.test(Integer.parseInt(digits))) {
      throw invalid(expected);
    }
    return Integer.parseInt(digits);
  }

  boolean flag() {
    return Boolean.parseBoolean(matching("true|false", "true or false"));
  }

  List<String> texts() {
    String expected = "a list of texts";
    List<String> texts = isSet() ? parsed(new TypeToken<List<String>>() {}, expected) : List.of();
    return List.copyOf(withoutNulls(texts, expected));
  }

  Map<String, String> textByName() {
    String expected = "an object of texts";
    Map<String, String> texts =
        isSet() ? parsed(new TypeToken<Map<String, String>>() {}, expected) : Map.of();
    withoutNulls(texts.values(), expected);
    return Map.copyOf(texts);
  }

  /** Returns the exception for this value. */
  SettingInvalid invalid(String expected) {
    return refused("must be " + expected, command());
  }

  /** Returns the exception for this value beside another setting that excludes it. */
  SettingInvalid superfluous(String reason) {
    return refused("must be blank, " + reason, "pulumi config rm " + name());
  }

  /** Returns the exception for this value, with a command that corrects it. */
  SettingInvalid refused(String reason, String command) {
    return new SettingInvalid(
        "%s is %s, but %s: %s".formatted(key, secret ? "a secret" : value, reason, command));
  }

  /** Returns the sentence for a value that is missing, with the command that sets it. */
  String missing() {
    return "%s is not set: %s".formatted(key, command());
  }

  /** Returns the sentence for a member of an object that is missing. */
  String missing(String member) {
    return "%s has no %s: %s".formatted(key, member, command());
  }

  /** Returns the key without its namespace. */
  String name() {
    return key.substring(key.indexOf(':') + 1);
  }

  private <T> T parsed(TypeToken<T> type, String expected) {
    try {
      T parsed = new Gson().fromJson(value, type);
      if (parsed != null) {
        return parsed;
      }
    } catch (JsonSyntaxException e) {
      // Our message says what is expected; Gson's would name a column.
    }
    throw invalid(expected);
  }

  private <T extends Collection<String>> T withoutNulls(T texts, String expected) {
    if (texts.stream().anyMatch(Objects::isNull)) {
      throw invalid(expected);
    }
    return texts;
  }

  /** Returns the command that sets a valid value. */
  String command() {
    return "pulumi config set " + example;
  }
}
