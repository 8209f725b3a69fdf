package dev.gatehouse.pulumi;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.pulumi.settings.SettingInvalid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArchivesTest {
  @Test
  void missingArchiveIsNamedWithTheCommandThatBuildsIt(@TempDir Path root) throws IOException {
    build(root, "triggers", "", "-data", "-mail", "-reconcile");

    assertThatThrownBy(() -> Archives.built(root, Map.of()))
        .isInstanceOf(SettingInvalid.class)
        .hasMessageContaining("api/target/gatehouse-api.zip is missing")
        .hasMessageContaining("./mvnw -pl triggers,api -am package");
  }

  @Test
  void builtArchivesAreFound(@TempDir Path root) throws IOException {
    build(root, "triggers", "", "-data", "-mail", "-reconcile");
    build(root, "api", "");

    assertThatCode(() -> Archives.built(root, Map.of())).doesNotThrowAnyException();
  }

  @Test
  void recorderDoesWithoutTheArchives(@TempDir Path root) {
    assertThatCode(() -> Archives.built(root, Map.of("GATEHOUSE_RECORDING", "true")))
        .doesNotThrowAnyException();
  }

  private void build(Path root, String room, String... kinds) throws IOException {
    Path target = Files.createDirectories(root.resolve(room).resolve("target"));
    for (String kind : kinds) {
      Files.createFile(target.resolve("gatehouse-" + room + kind + ".zip"));
    }
  }
}
