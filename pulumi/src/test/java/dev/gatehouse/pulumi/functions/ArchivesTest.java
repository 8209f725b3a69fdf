package dev.gatehouse.pulumi.functions;

import static dev.gatehouse.pulumi.plan.PlanVariants.settings;
import static dev.gatehouse.pulumi.plan.PlanVariants.variant;
import static dev.gatehouse.pulumi.plan.RecordedPlan.inputs;
import static dev.gatehouse.pulumi.plan.RecordedPlan.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.pulumi.plan.RecordedPlan;
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
    build(root, "arm64");
    Files.delete(root.resolve("api/target/gatehouse-api-arm64.zip"));

    assertThatThrownBy(() -> Archives.built(root, "arm64", Map.of()))
        .isInstanceOf(SettingInvalid.class)
        .hasMessageContaining("api/target/gatehouse-api-arm64.zip is missing")
        .hasMessageContaining("./mvnw package -DskipTests");
  }

  @ParameterizedTest
  @ValueSource(strings = {"arm64", "x86_64"})
  void builtArchivesAreFound(String architecture, @TempDir Path root) throws IOException {
    build(root, architecture);

    assertThatCode(() -> Archives.built(root, architecture, Map.of())).doesNotThrowAnyException();
  }

  @Test
  void hashIsTheOneThatLambdaComputes(@TempDir Path root) throws IOException {
    build(root, "arm64");

    assertThat(Archives.builtIn(root, "arm64").sha256(FunctionModule.API))
        .contains("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    assertThat(
            Archives.built(root, "arm64", Map.of("GATEHOUSE_RECORDING", "true"))
                .sha256(FunctionModule.API))
        .isEmpty();
  }

  @Test
  void recorderDoesNotRequireArchives(@TempDir Path root) {
    assertThatCode(() -> Archives.built(root, "arm64", Map.of("GATEHOUSE_RECORDING", "true")))
        .doesNotThrowAnyException();
  }

  @Test
  void everyFunctionHasTheArchiveOfItsArchitecture() {
    Map<String, String> arm64 = archives(variant("lambda"));
    Map<String, String> x86 =
        archives(
            RecordedPlan.of(settings("lambda").with("gatehouse:lambdaArchitecture", "x86_64")));

    assertThat(x86)
        .containsEntry("pre-sign-up", "triggers/pre-sign-up/target/gatehouse-pre-sign-up.zip")
        .containsEntry(
            "custom-email-sender",
            "triggers/custom-email-sender/target/gatehouse-custom-email-sender-x86_64.zip")
        .containsEntry("api", "api/target/gatehouse-api-x86_64.zip");
    x86.replaceAll((name, archive) -> archive.replace("-x86_64.zip", "-arm64.zip"));
    assertThat(arm64).isEqualTo(x86);
  }

  private static Map<String, String> archives(RecordedPlan plan) {
    Map<String, String> archives = new TreeMap<>();
    plan.ofType("aws:lambda/function:Function")
        .forEach(it -> archives.put(text(it, "name"), text(inputs(it), "code")));
    return archives;
  }

  private void build(Path root, String architecture) throws IOException {
    for (FunctionModule module : FunctionModule.values()) {
      Path archive = root.resolve(module.archive(architecture));
      Files.createDirectories(archive.getParent());
      Files.write(archive, new byte[0]);
    }
  }
}
