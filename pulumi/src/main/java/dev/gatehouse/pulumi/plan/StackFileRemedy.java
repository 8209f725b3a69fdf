package dev.gatehouse.pulumi.plan;

import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The remedy of a refused setting where its stack is a file that one edits: the program names
 * commands of the Pulumi CLI, which the local emulator does without.
 *
 * @param file the file with the settings, relative to the root of the repository
 */
record StackFileRemedy(Path file) {
  private static final Pattern COMMAND =
      Pattern.compile(
          "pulumi config (?:rm (?<removed>\\w+)"
              + "|set --path '?(?<outer>\\w+)(?<member>\\[0]|\\.\\w+|\\[\"[^\"]+\"])'? (?<item>.+?)"
              + "|set (?<key>[\\w:]+) (?<value>.+?))(?=, then |$)",
          Pattern.MULTILINE);

  /** Returns the message with an edit of the file in place of each command of the CLI. */
  String replaceCommands(String message) {
    return COMMAND.matcher(message).replaceAll(match -> quoted(edit(match)));
  }

  private static String quoted(String replacement) {
    return Matcher.quoteReplacement(replacement);
  }

  private String edit(MatchResult command) {
    if (command.group(1) != null) {
      return "remove gatehouse:%s from %s".formatted(command.group(1), file);
    }
    String key = command.group(2) == null ? command.group(5) : command.group(2);
    String value =
        command.group(2) == null ? command.group(6) : member(command.group(3), command.group(4));
    return "set %s in %s, as in `%s: %s`".formatted(full(key), file, full(key), value);
  }

  /** Returns a list of the item for {@code [0]}, or an object with it. */
  private static String member(String path, String item) {
    return path.equals("[0]")
        ? "[%s]".formatted(item)
        : "{%s: %s}".formatted(path.replaceAll("[.\\[\\]\"]", ""), item);
  }

  private static String full(String key) {
    return key.contains(":") ? key : "gatehouse:" + key;
  }
}
