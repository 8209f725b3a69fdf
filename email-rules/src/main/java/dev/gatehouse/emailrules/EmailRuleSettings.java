package dev.gatehouse.emailrules;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.emailrules.lists.AddressList;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * The values of the settings.
 *
 * @param values by the name of the {@link EmailRuleSetting}; unknown names are ignored
 */
record EmailRuleSettings(Map<String, String> values) {
  private static final String ENTRY_SEPARATORS = ", \t\r\n";

  /** Checks the names and words; lists are checked when they are read. */
  EmailRuleSettings {
    RetiredSettings.refuseNames(values);
    for (EmailRuleSetting setting : EmailRuleSetting.values()) {
      requireValidWord(setting, setting.valueIn(values));
    }
  }

  private static void requireValidWord(EmailRuleSetting setting, String word) {
    List<String> words = setting.words();
    if (words.isEmpty() || words.contains(word)) {
      return;
    }
    int last = words.size() - 1;
    throw new InvalidRuleSetting(
        setting.name(),
        word,
        "must be "
            + String.join(", ", words.subList(0, last))
            + " or "
            + words.get(last)
            + (words.contains("log") ? RetiredSettings.replacement(word) : ""));
  }

  String text(EmailRuleSetting setting) {
    return setting.valueIn(values);
  }

  boolean isTrue(EmailRuleSetting setting) {
    return text(setting).equals("true");
  }

  Strictness strictness(EmailRuleSetting setting) {
    return Strictness.of(text(setting));
  }

  /** Reads a list from its setting and from the file that the other setting names. */
  AddressList list(EmailRuleSetting setting) {
    AddressList inline = parse(setting, entries(text(setting)));
    EmailRuleSetting file = setting.file();
    return text(file).isEmpty() ? inline : inline.and(parse(file, entriesOfFile(file)));
  }

  private AddressList parse(EmailRuleSetting setting, List<String> entries) {
    try {
      return AddressList.of(entries);
    } catch (IllegalArgumentException malformed) {
      throw new InvalidRuleSetting(
          setting.name(),
          text(setting),
          malformed.getMessage() + " is none of user@example.com, example.com, *.example.com");
    }
  }

  private static List<String> entries(String text) {
    return Collections.list(new StringTokenizer(text, ENTRY_SEPARATORS)).stream()
        .map(String::valueOf)
        .toList();
  }

  /** Reads a file, in which a line that begins with a hash and a space is a comment. */
  private List<String> entriesOfFile(EmailRuleSetting setting) {
    String file = text(setting);
    ClassLoader archive = EmailRuleSettings.class.getClassLoader();
    try (@Nullable InputStream text = archive.getResourceAsStream(file)) {
      if (text == null) {
        throw new InvalidRuleSetting(
            setting.name(), file, "names a file that is not in the archive");
      }
      return new String(text.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("# ") && !line.equals("#"))
          .flatMap(line -> entries(line).stream())
          .toList();
    } catch (IOException unreadable) {
      throw new InvalidRuleSetting(setting.name(), file, "names a file that cannot be read");
    }
  }
}
