package dev.gatehouse.pulumi;

import static dev.gatehouse.pulumi.plan.Recorded.inputs;
import static dev.gatehouse.pulumi.plan.Recorded.text;
import static dev.gatehouse.pulumi.plan.Variants.settings;
import static dev.gatehouse.pulumi.plan.Variants.variant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.pulumi.plan.Recorded;
import dev.gatehouse.pulumi.settings.SettingInvalid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ArchivesTest {
  @Test
  void missingArchiveIsNamedWithTheCommandThatBuildsIt(@TempDir Path root) throws IOException {
    build(root, "triggers", "", "-data-arm64", "-mail-arm64", "-reconcile-arm64");
    build(root, "api", "-x86_64");

    assertThatThrownBy(() -> Archives.built(root, "arm64", Map.of()))
        .isInstanceOf(SettingInvalid.class)
        .hasMessageContaining("api/target/gatehouse-api-arm64.zip is missing")
        .hasMessageContaining("./mvnw -pl triggers,api -am package");
  }

  @ParameterizedTest
  @ValueSource(strings = {"arm64", "x86_64"})
  void builtArchivesAreFound(String architecture, @TempDir Path root) throws IOException {
    String end = "-" + architecture;
    build(root, "triggers", "", "-data" + end, "-mail" + end, "-reconcile" + end);
    build(root, "api", end);

    assertThatCode(() -> Archives.built(root, architecture, Map.of())).doesNotThrowAnyException();
  }

  @Test
  void recorderDoesWithoutTheArchives(@TempDir Path root) {
    assertThatCode(() -> Archives.built(root, "arm64", Map.of("GATEHOUSE_RECORDING", "true")))
        .doesNotThrowAnyException();
  }

  @Test
  void everyFunctionGetsTheArchiveForItsProcessor() {
    Map<String, String> arm64 = archives(variant("lambda"));
    Map<String, String> x86 =
        archives(Recorded.of(settings("lambda").with("gatehouse:lambdaArchitecture", "x86_64")));

    assertThat(x86)
        .containsEntry("pre-sign-up", "triggers/target/gatehouse-triggers.zip")
        .containsEntry("post-confirmation", "triggers/target/gatehouse-triggers-data-x86_64.zip")
        .containsEntry("custom-email-sender", "triggers/target/gatehouse-triggers-mail-x86_64.zip")
        .containsEntry("reconcile", "triggers/target/gatehouse-triggers-reconcile-x86_64.zip")
        .containsEntry("api", "api/target/gatehouse-api-x86_64.zip");
    x86.replaceAll((name, archive) -> archive.replace("-x86_64.zip", "-arm64.zip"));
    assertThat(arm64).isEqualTo(x86);
  }

  private static Map<String, String> archives(Recorded plan) {
    Map<String, String> archives = new TreeMap<>();
    plan.ofType("aws:lambda/function:Function")
        .forEach(it -> archives.put(text(it, "name"), text(inputs(it), "code")));
    return archives;
  }

  private void build(Path root, String room, String... kinds) throws IOException {
    Path target = Files.createDirectories(root.resolve(room).resolve("target"));
    for (String kind : kinds) {
      Files.createFile(target.resolve("gatehouse-" + room + kind + ".zip"));
    }
  }
}
