package dev.gatehouse.pulumi.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigVariableTest {
  @TempDir private Path directory;

  private Path environment(String variables) throws IOException {
    return Files.writeString(directory.resolve("environ"), variables);
  }

  @Test
  void lettersAreReadAsTheEngineWroteThem() throws IOException {
    String config = "{\"gatehouse:productName\":\"Café \\\"日本\\\"\"}";

    assertThat(
            ConfigVariable.written(
                environment("LC_ALL=C\0PULUMI_CONFIG=" + config + "\0PULUMI_STACK=local\0")))
        .contains(config);
  }

  @Test
  void variableWithALongerNameIsAnother() throws IOException {
    assertThat(ConfigVariable.written(environment("PULUMI_CONFIG_SECRET_KEYS=[]\0"))).isEmpty();
  }

  @Test
  void systemWithoutTheFileHasTheVariableOfTheJvm() {
    assertThat(ConfigVariable.written(directory.resolve("missing"))).isEmpty();
  }

  @Test
  void programWithoutTheVariableHasNoValues() {
    assertThat(ConfigVariable.values()).isEmpty();
  }
}
