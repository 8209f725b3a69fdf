package dev.gatehouse.triggers.emailrules;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.triggers.SettingInvalid;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the settings of the rules from the environment; what is malformed stops the function with
 * the variable's name.
 */
record Settings(Map<String, String> environment) {
  private static final String BETWEEN_ENTRIES = ", \t\r\n";
  private static final String SEPARATORS = "!#$%&'*+-/=?^_`{|}~";

  private String text(EmailSetting setting) {
    return environment.getOrDefault(setting.name(), setting.unset);
  }

  String word(EmailSetting setting) {
    String word = text(setting);
    List<String> words = setting.words();
    if (!words.contains(word)) {
      int last = words.size() - 1;
      throw new SettingInvalid(
          setting.name(),
          "must be " + String.join(", ", words.subList(0, last)) + " or " + words.get(last));
    }
    return word;
  }

  Strictness strictness(EmailSetting setting) {
    return Strictness.of(word(setting));
  }

  int number(EmailSetting setting, int least, int most) {
    int number;
    try {
      number = Integer.parseInt(text(setting));
    } catch (NumberFormatException notANumber) {
      number = least - 1;
    }
    if (number < least || number > most) {
      throw new SettingInvalid(setting.name(), "must be a number from " + least + " to " + most);
    }
    return number;
  }

  CanonicalForm canonicalForm() {
    String separators = text(EmailSetting.EMAIL_SEPARATORS);
    if (separators.isEmpty() || !separators.chars().allMatch(c -> SEPARATORS.indexOf(c) >= 0)) {
      throw new SettingInvalid(
          EmailSetting.EMAIL_SEPARATORS.name(), "must be one or more of " + SEPARATORS);
    }
    return new CanonicalForm(separators);
  }

  /** Reads a list out of a variable and of the file that another may name; both count. */
  AddressList list(EmailSetting variable, EmailSetting fileVariable) {
    AddressList own = list(variable, entries(text(variable)));
    String file = text(fileVariable);
    return file.isEmpty() ? own : own.and(list(fileVariable, entriesOf(file, fileVariable)));
  }

  private static AddressList list(EmailSetting setting, List<String> entries) {
    try {
      return AddressList.of(entries);
    } catch (IllegalArgumentException malformed) {
      throw new SettingInvalid(
          setting.name(),
          malformed.getMessage() + " is none of user@example.com, example.com, *.example.com");
    }
  }

  private static List<String> entries(String text) {
    return Collections.list(new StringTokenizer(text, BETWEEN_ENTRIES)).stream()
        .map(String::valueOf)
        .toList();
  }

  /** In a file, a line that begins with a hash and a space is a comment. */
  private static List<String> entriesOf(String file, EmailSetting setting) {
    ClassLoader archive = Settings.class.getClassLoader();
    try (@Nullable InputStream text = archive.getResourceAsStream(file)) {
      if (text == null) {
        throw new SettingInvalid(setting.name(), "names a file that is not in the archive");
      }
      return new String(text.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("# ") && !line.equals("#"))
          .flatMap(line -> entries(line).stream())
          .collect(Collectors.toCollection(ArrayList::new));
    } catch (IOException unreadable) {
      throw new SettingInvalid(setting.name(), "names a file that cannot be read");
    }
  }
}
