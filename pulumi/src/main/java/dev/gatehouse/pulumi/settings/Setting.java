package dev.gatehouse.pulumi.settings;

import com.google.gson.Gson;
import com.google.gson.JsonSyntaxException;
import com.google.gson.reflect.TypeToken;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;

/**
 * Is one value of the stack's configuration, read and refused with sentences that say what to type.
 *
 * @param value blank if it is not set
 * @param example the end of the command that sets it to something that would do
 */
record Setting(String key, String value, String example) {

  boolean isSet() {
    return !value.isBlank();
  }

  Setting orElse(String otherwise) {
    return isSet() ? this : new Setting(key, otherwise, example);
  }

  /** Returns the text if it matches as a whole. */
  String matching(String pattern, String expected) {
    if (!isSet()) {
      throw new SettingInvalid("%s is not set: %s".formatted(key, command()));
    }
    if (!value.matches(pattern)) {
      throw refused(expected);
    }
    return value;
  }

  /** Returns the text if it matches as a whole, or the empty text if it is not set. */
  String blankOr(String pattern, String expected) {
    return isSet() ? matching(pattern, expected) : "";
  }

  /** Returns the text if it is one of these. */
  String oneOf(String... words) {
    return matching(String.join("|", words), String.join(" or ", words));
  }

  int number(int least, int most, String unit) {
    return number(
        number -> number >= least && number <= most,
        "%d to %d%s".formatted(least, most, unit.isEmpty() ? "" : " " + unit));
  }

  int number(IntPredicate accepted, String expected) {
    String digits = matching("\\d{1,9}", expected);
    if (!accepted.test(Integer.parseInt(digits))) {
      throw refused(expected);
    }
    return Integer.parseInt(digits);
  }

  boolean flag() {
    return Boolean.parseBoolean(matching("true|false", "true or false"));
  }

  List<String> texts() {
    String expected = "a list of texts";
    List<String> texts = isSet() ? parsed(new TypeToken<List<String>>() {}, expected) : List.of();
    return List.copyOf(whole(texts, expected));
  }

  Map<String, String> textByName() {
    String expected = "an object of texts";
    Map<String, String> texts =
        isSet() ? parsed(new TypeToken<Map<String, String>>() {}, expected) : Map.of();
    whole(texts.values(), expected);
    return Map.copyOf(texts);
  }

  /** Returns the refusal of this value, to be thrown. */
  SettingInvalid refused(String expected) {
    return new SettingInvalid(
        "%s is %s, but must be %s: %s".formatted(key, value, expected, command()));
  }

  private <T> T parsed(TypeToken<T> type, String expected) {
    try {
      T parsed = new Gson().fromJson(value, type);
      if (parsed != null) {
        return parsed;
      }
    } catch (JsonSyntaxException e) {
      // The sentence below says what is expected; Gson's would say what it found at which column.
    }
    throw refused(expected);
  }

  private <T extends Collection<String>> T whole(T texts, String expected) {
    if (texts.stream().anyMatch(Objects::isNull)) {
      throw refused(expected);
    }
    return texts;
  }

  private String command() {
    return "pulumi config set " + example;
  }
}
