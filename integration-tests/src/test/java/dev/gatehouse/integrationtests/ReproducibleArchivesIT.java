package dev.gatehouse.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An untouched function keeps its hash, so Pulumi leaves it alone. */
class ReproducibleArchivesIT {
  private static final List<String> ARCHIVES =
      List.of(
          "triggers/target/gatehouse-triggers.zip",
          "triggers/target/gatehouse-triggers-data-arm64.zip",
          "triggers/target/gatehouse-triggers-data-x86_64.zip",
          "triggers/target/gatehouse-triggers-mail-arm64.zip",
          "triggers/target/gatehouse-triggers-mail-x86_64.zip",
          "triggers/target/gatehouse-triggers-reconcile-arm64.zip",
          "triggers/target/gatehouse-triggers-reconcile-x86_64.zip",
          "api/target/gatehouse-api-arm64.zip",
          "api/target/gatehouse-api-x86_64.zip");

  @TempDir Path elsewhere = Path.of("");

  @Test
  void aSecondBuildInAnotherFolderGivesTheSameArchives() throws Exception {
    copySources();
    ProcessBuilder build =
        new ProcessBuilder(
                "./mvnw", "-B", "-q", "package", "-DskipTests", "-pl", "triggers,api", "-am")
            .directory(elsewhere.toFile())
            .redirectErrorStream(true);
    Process process = build.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    for (String archive : ARCHIVES) {
      assertThat(sha256(elsewhere.resolve(archive)))
          .as(archive)
          .isEqualTo(sha256(Machine.ROOT.resolve(archive)));
    }
  }

  private void copySources() throws IOException {
    try (Stream<Path> files = Files.walk(Machine.ROOT)) {
      for (Path file : files.filter(Files::isRegularFile).filter(this::isSource).toList()) {
        Path copy = elsewhere.resolve(Machine.ROOT.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private boolean isSource(Path file) {
    for (Path part : Machine.ROOT.relativize(file)) {
      if (part.toString().equals("target") || part.toString().equals(".git")) {
        return false;
      }
    }
    return true;
  }

  private static String sha256(Path file) throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(hash);
  }
}
