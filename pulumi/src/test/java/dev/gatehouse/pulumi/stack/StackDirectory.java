package dev.gatehouse.pulumi.stack;

import static java.util.Map.entry;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.gatehouse.pulumi.functions.ArchivePaths;
import dev.gatehouse.pulumi.plan.StackSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A copy of Pulumi.yaml and of a stack's file, with archives beside it, as in the repository.
 *
 * @param root the place of the repository's root
 */
record StackDirectory(Path root) {
  private static final String NO_SETTINGS = "no-settings.yaml";
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  static StackDirectory create(Path root) throws IOException {
    StackDirectory directory = new StackDirectory(root);
    Files.createDirectories(directory.backend());
    Files.createDirectories(directory.home());
    Files.createDirectories(directory.program());
    Files.createFile(root.resolve(NO_SETTINGS));
    Files.copy(Path.of("Pulumi.yaml"), directory.program().resolve("Pulumi.yaml"));
    for (String archive : ArchivePaths.all()) {
      directory.writeArchive(archive, archive);
    }
    return directory;
  }

  Path program() {
    return root.resolve("pulumi");
  }

  Path backend() {
    return root.resolve("backend");
  }

  Path home() {
    return root.resolve("home");
  }

  /** Reads the state that the engine has written, as {@code pulumi stack export} prints it. */
  EngineState state(String stack) throws IOException {
    Path file = backend().resolve(".pulumi/stacks/gatehouse/%s.json".formatted(stack));
    JsonObject written = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    JsonElement deployment = written.getAsJsonObject("checkpoint").get("latest");
    JsonObject export = new JsonObject();
    export.add("version", written.get("version"));
    // A new stack has none.
    export.add("deployment", deployment instanceof JsonObject latest ? latest : new JsonObject());
    return new EngineState(export);
  }

  /** Writes an archive's content; the engine reads no more of it than its hash. */
  void writeArchive(String path, String content) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  /** Writes the settings that are no defaults, below what the CLI has written. */
  void write(StackSettings settings) throws IOException {
    Path file = program().resolve("Pulumi.%s.yaml".formatted(settings.stack()));
    String encryption =
        Files.exists(file)
            ? Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("encryptionsalt:"))
                .collect(Collectors.joining("\n"))
            : "";
    Map<String, String> defaults =
        StackSettings.read(program(), settings.stack(), root.resolve(NO_SETTINGS)).values();
    JsonObject config = new JsonObject();
    new TreeMap<>(settings.values())
        .forEach(
            (key, value) -> {
              if (!entry(key, value).equals(entry(key, defaults.getOrDefault(key, "")))) {
                config.add(
                    key,
                    List.of('[', '{').contains(value.isEmpty() ? ' ' : value.charAt(0))
                        ? JsonParser.parseString(value)
                        : new JsonPrimitive(value));
              }
            });
    Files.writeString(file, "%s\nconfig: %s\n".formatted(encryption, GSON.toJson(config)));
  }
}
