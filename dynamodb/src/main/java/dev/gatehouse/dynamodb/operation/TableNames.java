package dev.gatehouse.dynamodb.operation;

import com.google.gson.JsonObject;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The constraints of the names of tables and indexes. */
public final class TableNames {

  private static final int SHORTEST = 3;
  private static final int LONGEST = 255;

  private static final int LONGEST_ARN = 1024;
  private static final String PATTERN =
      "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+";

  private TableNames() {}

  /** Adds the first constraint that a table's name breaks, as operations on items do. */
  public static void requireItemTable(@Nullable String name, String path, Violations to) {
    if (name == null) {
      to.addMissing(path);
      return;
    }
    int longest = name.startsWith("arn:") ? LONGEST_ARN : LONGEST;
    if (name.length() < SHORTEST || name.length() > longest) {
      to.requireLength(name.length(), SHORTEST, longest, name, path);
    } else if (!fits(name)) {
      to.add(name, path, PATTERN);
    }
  }

  /** Adds all constraints that a name breaks, the length first. */
  public static void require(@Nullable String name, String path, Violations to) {
    if (name == null) {
      to.addMissing(path);
      return;
    }
    requireLength(name, path, to);
    requirePattern(name, path, to);
  }

  /** Adds all constraints that a name breaks, the pattern first. */
  public static void requirePatternFirst(@Nullable String name, String path, Violations to) {
    if (name == null) {
      to.addMissing(path);
      return;
    }
    requirePattern(name, path, to);
    requireLength(name, path, to);
  }

  /** Adds the constraint that a name among the keys of a map breaks. */
  public static void requireKeys(JsonObject tables, Supplier<String> echo, Violations to) {
    for (String name : tables.keySet()) {
      int longest = name.startsWith("arn:") ? LONGEST_ARN : LONGEST;
      if (name.length() < SHORTEST || name.length() > longest || !fits(name)) {
        to.add(
            echo.get(),
            "requestItems",
            "Map keys must satisfy constraint: [Member must have length less than or equal to 255,"
                + " Member must have length greater than or equal to 3, "
                + PATTERN
                + "]");
        return;
      }
    }
  }

  private static void requireLength(String name, String path, Violations to) {
    int longest = name.startsWith("arn:") ? LONGEST_ARN : LONGEST;
    to.requireLength(name.length(), SHORTEST, longest, name, path);
  }

  private static void requirePattern(String name, String path, Violations to) {
    if (!fits(name)) {
      to.add(name, path, PATTERN);
    }
  }

  private static boolean fits(String name) {
    if (name.startsWith("arn:")) {
      return true;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && (c < '0' || c > '9') && c != '_' && c != '.' && c != '-') {
        return false;
      }
    }
    return !name.isEmpty();
  }
}
