package dev.gatehouse.pulumi.automation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.pulumi.plan.RecordedPlan;
import dev.gatehouse.pulumi.stack.EngineStack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands of the documents, run by the CLI. */
@Tag("pulumi")
final class ConfigSetIT {
  @Test
  void everySettingHasAnExampleThatTheCliTakesAsItIsMeant(@TempDir Path directory)
      throws Exception {
    List<SettingExample> examples = SettingExample.ofSettings();
    assertThat(examples).extracting(SettingExample::key).containsAll(declaredKeys());
    try (EngineStack stack = EngineStack.create(directory, RecordedPlan.LOCAL, "aws:1")) {
      for (SettingExample example : examples) {
        set(stack, example);
      }

      JsonObject config = config(stack);

      assertThat(examples)
          .allSatisfy(
              it -> assertThat(value(config, "gatehouse:" + it.key())).isEqualTo(it.value()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "../README.md"})
  void commandsOfTheReadmeAreTaken(String readme, @TempDir Path directory) throws Exception {
    List<SettingExample> commands = SettingExample.ofCommands(Path.of(readme));
    assertThat(commands).hasSizeGreaterThan(1);
    try (EngineStack stack = EngineStack.create(directory, RecordedPlan.LOCAL, "aws:1")) {
      for (SettingExample command : commands) {
        set(stack, command);

        assertThat(value(config(stack), full(command.key()))).isEqualTo(command.value());
      }
    }
  }

  private static void set(EngineStack stack, SettingExample example) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("config", "set"));
    arguments.addAll(example.arguments());
    stack.run(arguments.toArray(String[]::new));
  }

  private static JsonObject config(EngineStack stack) throws Exception {
    return JsonParser.parseString(stack.run("config", "--json")).getAsJsonObject();
  }

  private static String value(JsonObject config, String key) {
    return config.getAsJsonObject(key).get("value").getAsString();
  }

  private static String full(String key) {
    return key.contains(":") ? key : "gatehouse:" + key;
  }

  /** Returns the keys that the program declares or the tests' stack sets, without namespace. */
  static Set<String> declaredKeys() {
    Set<String> keys = new TreeSet<>();
    RecordedPlan.LOCAL.values().keySet().stream()
        .filter(key -> key.startsWith("gatehouse:"))
        .forEach(key -> keys.add(key.substring("gatehouse:".length())));
    return keys;
  }
}
