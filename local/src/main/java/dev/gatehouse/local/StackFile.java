package dev.gatehouse.local;

import dev.gatehouse.local.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The file with the settings of a plan's stack, for error messages only.
 *
 * @param name the file, relative to the root of the repository
 * @param project the namespace of the settings
 * @param program the text of Pulumi.yaml, which declares them; empty if there is none
 */
record StackFile(String name, String project, String program) {

  /** Returns the file of the stack that a plan was recorded from. */
  static StackFile of(Plan plan, Path root) {
    return new StackFile(
        "pulumi/Pulumi.%s.yaml".formatted(plan.stack()),
        plan.project(),
        text(root.resolve("pulumi/Pulumi.yaml")));
  }

  /**
   * Returns the key of the setting that an environment variable is made of: emailAllow for
   * EMAIL_ALLOW, from for FROM_ADDRESS.
   */
  Optional<String> key(String variable) {
    List<String> words = new ArrayList<>(Arrays.asList(variable.split("_", -1)));
    while (!words.isEmpty()) {
      String key = camelCase(words);
      if (program.contains("\n  %s:\n".formatted(key))) {
        return Optional.of(project + ":" + key);
      }
      words.removeLast();
    }
    return Optional.empty();
  }

  private static String camelCase(List<String> words) {
    StringBuilder key = new StringBuilder();
    for (String word : words) {
      String lower = word.toLowerCase(Locale.ROOT);
      key.append(
          key.isEmpty() || lower.isEmpty()
              ? lower
              : Character.toUpperCase(lower.charAt(0)) + lower.substring(1));
    }
    return key.toString();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      // A plan of another repository: its functions still say which variable is wrong.
      return "";
    }
  }
}
