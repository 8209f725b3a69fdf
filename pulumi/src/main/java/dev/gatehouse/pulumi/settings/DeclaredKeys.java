package dev.gatehouse.pulumi.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The keys of the settings. Others are refused, since a misspelled key would leave its default
 * unnoticed.
 *
 * @param keys without namespace
 */
record DeclaredKeys(Set<String> keys) {
  private static final Pattern DECLARED = Pattern.compile("(?m)^  ([A-Za-z]+):");

  /** A longer distance is no typo. */
  private static final int TYPO = 3;

  /** Returns the keys of a Pulumi.yaml. */
  static DeclaredKeys in(Path program) {
    try {
      String yaml = Files.readString(program);
      Set<String> keys = new TreeSet<>();
      DECLARED
          .matcher(yaml.substring(yaml.indexOf("\nconfig:")))
          .results()
          .forEach(key -> keys.add(key.group(1)));
      return new DeclaredKeys(keys);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Checks that the project has no other keys; those of other namespaces are the providers'.
   *
   * @param configured the keys of the stack, with their namespaces
   * @throws SettingInvalid at the first unknown key
   */
  void refuseOthers(String project, Set<String> configured) {
    for (String full : new TreeSet<>(configured)) {
      String key = full.substring(full.indexOf(':') + 1);
      if (full.startsWith(project + ":") && !keys.contains(key) && !ReplacedSettings.has(key)) {
        throw new SettingInvalid(
            "%s is not a setting%s: pulumi config rm %s".formatted(full, similar(key), key));
      }
    }
  }

  private String similar(String key) {
    Optional<String> nearest =
        keys.stream()
            .min(Comparator.comparingInt((String it) -> distance(it, key)).thenComparing(it -> it));
    return nearest
        .filter(it -> distance(it, key) <= TYPO)
        .map(it -> ", but " + it + " is")
        .orElse("; docs/settings.md lists all");
  }

  /** Returns the Levenshtein distance. */
  private static int distance(String one, String other) {
    int[] above = new int[other.length() + 1];
    for (int column = 0; column < above.length; column++) {
      above[column] = column;
    }
    for (int row = 1; row <= one.length(); row++) {
      int[] current = new int[above.length];
      current[0] = row;
      for (int column = 1; column < above.length; column++) {
        int same = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
        current[column] =
            Math.min(above[column - 1] + same, Math.min(above[column], current[column - 1]) + 1);
      }
      above = current;
    }
    return above[other.length()];
  }
}
