package dev.gatehouse.local;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The inits of functions that failed.
 *
 * @param errors the error messages by function; those of a setting begin with the name of its
 *     environment variable
 */
record FailedInits(Map<String, String> errors) {
  private static final Pattern VARIABLE = Pattern.compile("(?<name>[A-Z][A-Z0-9_]+) .+");

  /**
   * Returns a line for each error, with the setting of the stack that causes it if there is one.
   */
  String describe(StackFile stack) {
    Map<String, List<String>> functions = new LinkedHashMap<>();
    errors.forEach(
        (function, error) ->
            functions.computeIfAbsent(error, it -> new ArrayList<>()).add(function));
    List<String> lines = new ArrayList<>();
    functions.forEach(
        (error, names) ->
            lines.add(
                "%s cannot start: %s: %s"
                    .formatted(String.join(", ", names), error, remedy(error, names, stack))));
    return String.join("\n", lines);
  }

  private static String remedy(String error, List<String> names, StackFile stack) {
    Matcher variable = VARIABLE.matcher(error);
    Optional<String> key =
        variable.matches() ? stack.key(variable.group("name")) : Optional.empty();
    return key.map(it -> "correct %s in %s".formatted(it, stack.name()))
        .orElseGet(() -> "see local/target/logs/%s.log".formatted(names.getFirst()));
  }
}
