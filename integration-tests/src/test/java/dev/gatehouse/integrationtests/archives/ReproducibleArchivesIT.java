package dev.gatehouse.integrationtests.archives;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.integrationtests.project.MavenModule;
import dev.gatehouse.integrationtests.project.Repository;
import dev.gatehouse.integrationtests.project.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An unchanged function keeps its hash, so Pulumi does not deploy it again. */
@Tag("extended")
class ReproducibleArchivesIT {
  private static final List<MavenModule> FUNCTIONS =
      MavenModule.all().stream().filter(MavenModule::isLambdaArchive).toList();

  @TempDir Path elsewhere = Path.of("");

  /** One without the AWS SDK, and one with it. */
  @Test
  void buildOfTwoFunctionsInAnotherFolderGivesTheSameArchives() throws Exception {
    List<MavenModule> two =
        FUNCTIONS.stream()
            .filter(it -> it.name().matches("triggers/(pre-sign-up|post-confirmation)"))
            .toList();
    assertThat(two).hasSize(2);
    buildInAnotherFolderGivesTheSameArchives(two);
  }

  @Test
  @Tag("nightly")
  void buildInAnotherFolderGivesTheSameArchives() throws Exception {
    buildInAnotherFolderGivesTheSameArchives(FUNCTIONS);
  }

  private void buildInAnotherFolderGivesTheSameArchives(List<MavenModule> functions)
      throws Exception {
    copySources();
    String modules = functions.stream().map(MavenModule::name).collect(Collectors.joining(","));
    Shell.Result build =
        Shell.run(
            elsewhere,
            // The JDK of the PATH may be another than the one that built the first archives.
            Map.of("JAVA_HOME", ""),
            "./mvnw",
            "-B",
            "-q",
            "package",
            "-Dmaven.test.skip=true",
            "-Dcompiler.checks=-parameters",
            "-pl",
            modules,
            "-am");
    assertThat(build.exitCode()).as(build.output()).isZero();
    for (MavenModule function : functions) {
      assertThat(function.archives()).as(function.name()).isNotEmpty();
      for (Path archive : function.archives()) {
        assertThat(sha256(elsewhere.resolve(Repository.ROOT.relativize(archive))))
            .as(archive.toString())
            .isEqualTo(sha256(archive));
      }
    }
  }

  private void copySources() throws IOException {
    for (Path file : Repository.filesBelow(Repository.ROOT)) {
      Path copy = elsewhere.resolve(Repository.ROOT.relativize(file));
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
    }
  }

  private static String sha256(Path file) throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(hash);
  }
}
