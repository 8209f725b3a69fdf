package dev.gatehouse.pulumi.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.pulumi.plan.engine.RecordingFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StackSettingsTest {
  private static final String TYPED =
      """
      name: demo
      config:
        alarms: {type: boolean, default: true}
        days: {type: integer, default: 7}
        names: {type: array, items: {type: string}, default: []}
        plain: {type: string, default: ""}
        perName: {type: object, default: {}}
      """;

  @Test
  void stackOverridesDefaultsOfTheProgram(@TempDir Path directory) throws IOException {
    write(
        directory,
        "Pulumi.yaml",
        """
        name: demo
        config:
          aws:region: {value: us-east-1}
          plain: text
          days: {type: integer, default: 7}
          names: {type: array, items: {type: string}, default: []}
          required: {type: string}
        """);
    write(
        directory,
        "Pulumi.dev.yaml",
        """
        config:
          aws:region: eu-west-1
          demo:names: [a, b]
          demo:variables: {KEY: value}
          demo:flag: true
        """);

    assertThat(StackSettings.read(directory, "dev"))
        .isEqualTo(
            new StackSettings(
                "demo",
                "dev",
                Map.of(
                    "aws:region", "eu-west-1",
                    "demo:plain", "text",
                    "demo:days", "7",
                    "demo:names", "[\"a\",\"b\"]",
                    "demo:required", "",
                    "demo:variables", "{\"KEY\":\"value\"}",
                    "demo:flag", "true")));
  }

  /** As Pulumi reads YAML: only true and false are booleans. */
  @Test
  void offWithoutQuotesIsAText(@TempDir Path directory) throws IOException {
    write(directory, "Pulumi.yaml", "{name: demo, config: {rule: {default: off}}}");
    write(
        directory, "Pulumi.dev.yaml", "config: {demo:a: off, demo:b: true, demo:c: 7, demo:d: no}");

    assertThat(StackSettings.read(directory, "dev").values())
        .isEqualTo(
            Map.of(
                "demo:rule",
                "off",
                "demo:a",
                "off",
                "demo:b",
                "true",
                "demo:c",
                "7",
                "demo:d",
                "no"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "alarms: yes            | alarms     | boolean",
        "demo:days: 1.5         | days       | integer",
        "demo:names: a          | names      | array<string>",
        "demo:names: [1]        | names      | array<string>",
        "demo:plain: [a]        | plain      | string",
        "demo:perName: []       | perName    | object"
      })
  void valueOfAnotherTypeIsRefusedAsPulumiDoes(
      String line, String key, String type, @TempDir Path directory) throws IOException {
    write(directory, "Pulumi.yaml", TYPED);
    write(directory, "Pulumi.dev.yaml", "config:\n  " + line);

    assertThatThrownBy(() -> StackSettings.read(directory, "dev"))
        .isInstanceOf(RecordingFailed.class)
        .hasMessage(
            "Stack 'dev' with configuration key '%s' must be of type '%s'".formatted(key, type));
  }

  @Test
  void valuesOfTheDeclaredTypesAreAccepted(@TempDir Path directory) throws IOException {
    write(directory, "Pulumi.yaml", TYPED);
    write(
        directory,
        "Pulumi.dev.yaml",
        """
        config:
          demo:alarms: "true"
          demo:days: 7
          demo:names: [a]
          demo:plain: 12
          demo:perName: {a: 1}
        """);

    assertThat(StackSettings.read(directory, "dev").values())
        .containsEntry("demo:plain", "12")
        .containsEntry("demo:perName", "{\"a\":1}");
  }

  @Test
  void variantOverridesTheStack(@TempDir Path directory) throws IOException {
    write(
        directory, "Pulumi.yaml", "{name: demo, config: {names: {default: []}, unchanged: here}}");
    write(directory, "Pulumi.dev.yaml", "config: {demo:names: [a]}");
    write(directory, "other.yaml", "config: {demo:names: [b], demo:flag: false}");

    StackSettings variant =
        StackSettings.read(directory, "dev").overriddenBy(directory.resolve("other.yaml"));

    assertThat(variant.stack()).isEqualTo("dev");
    assertThat(variant.values())
        .isEqualTo(Map.of("demo:names", "[\"b\"]", "demo:unchanged", "here", "demo:flag", "false"));
  }

  @Test
  void missingStackFileIsNamed(@TempDir Path directory) throws IOException {
    write(directory, "Pulumi.yaml", "name: demo");

    assertThatThrownBy(() -> StackSettings.read(directory, "dev"))
        .isInstanceOf(RecordingFailed.class)
        .hasMessageContaining("Pulumi.dev.yaml: the stack has no such file");
  }

  @Test
  void secretIsRefused(@TempDir Path directory) throws IOException {
    write(directory, "Pulumi.yaml", "name: demo");
    write(directory, "Pulumi.dev.yaml", "config: {demo:key: {secure: abc}}");

    assertThatThrownBy(() -> StackSettings.read(directory, "dev"))
        .hasMessage("demo:key is a secret; only Pulumi can decrypt it");
  }

  @Test
  void malformedYamlFileIsNamed(@TempDir Path directory) throws IOException {
    write(directory, "Pulumi.yaml", "name: [");

    assertThatThrownBy(() -> StackSettings.read(directory, "dev"))
        .isInstanceOf(RecordingFailed.class)
        .hasMessageContaining("Pulumi.yaml is not YAML");
  }

  private static void write(Path directory, String name, String yaml) throws IOException {
    Files.writeString(directory.resolve(name), yaml);
  }
}
