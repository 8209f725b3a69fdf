package dev.gatehouse.pulumi.automation;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command of the documents that sets a setting.
 *
 * @param arguments what follows {@code pulumi config set}, as a shell passes it
 */
record SettingExample(List<String> arguments) {
  private static final Gson GSON = new Gson();
  private static final Pattern ROW =
      Pattern.compile("^\\| `(\\w+)` \\| [^|]+ \\| [^|]+ \\| `([^`]+)` \\|");
  private static final Pattern COMMAND = Pattern.compile("pulumi config set ([^`\\n]+)");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
  private static final Pattern PATH = Pattern.compile("(\\w+)(\\[0]|\\.\\w+|\\[\"[^\"]+\"])");

  /** Returns the examples of the table in docs/settings.md, one for each key. */
  static List<SettingExample> ofSettings() throws IOException {
    List<SettingExample> examples = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("../docs/settings.md"))) {
      Matcher row = ROW.matcher(line);
      if (row.find()) {
        Matcher command = COMMAND.matcher(row.group(2));
        examples.add(
            command.matches()
                ? parse(command.group(1))
                : new SettingExample(List.of(row.group(1), row.group(2))));
      }
    }
    return examples;
  }

  /** Returns the commands in a document. */
  static List<SettingExample> ofCommands(Path document) throws IOException {
    return COMMAND
        .matcher(Files.readString(document))
        .results()
        .map(command -> parse(command.group(1)))
        .toList();
  }

  private static SettingExample parse(String words) {
    return new SettingExample(
        WORD.matcher(words)
            .results()
            .map(
                word ->
                    word.group(1) != null
                        ? word.group(1)
                        : word.group(2) != null ? word.group(2) : word.group(3))
            .toList());
  }

  /** Returns the key, without the path inside its value. */
  String key() {
    Matcher path = PATH.matcher(name());
    return path.matches() ? path.group(1) : name();
  }

  /** Returns the value of the key as the program reads it: lists and objects as JSON. */
  String value() {
    String value = arguments.get(arguments.size() - 1);
    Matcher path = PATH.matcher(name());
    if (!path.matches()) {
      return value;
    }
    if (path.group(2).equals("[0]")) {
      JsonArray list = new JsonArray();
      list.add(value);
      return GSON.toJson(list);
    }
    JsonObject object = new JsonObject();
    object.add(path.group(2).replaceAll("^\\.|^\\[\"|\"]$", ""), scalar(value));
    return GSON.toJson(object);
  }

  /** The CLI writes digits as a number. */
  private static JsonElement scalar(String value) {
    return value.matches("\\d+")
        ? new JsonPrimitive(Integer.parseInt(value))
        : new JsonPrimitive(value);
  }

  private String name() {
    return arguments.get(arguments.size() - 2);
  }

  @Override
  public String toString() {
    return String.join(" ", arguments);
  }
}
