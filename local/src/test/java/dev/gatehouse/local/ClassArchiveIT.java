package dev.gatehouse.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.classarchive.ClassArchiveFlags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The archive of classes in the script that starts the emulator, with a java that prints. */
@Timeout(60)
class ClassArchiveIT {

  /** Prints its arguments, and writes the archive that one of them names. */
  private static final String JAVA =
      """
      #!/bin/sh
      for argument; do
        case $argument in
          -XX:AOTCacheOutput=* | -XX:ArchiveClassesAtExit=*) [ -e broken ] || echo new > "${argument#*=}" ;;
        esac
        echo "$argument"
      done
      """;

  private static final ClassArchiveFlags FLAGS = ClassArchiveFlags.of(Runtime.version().feature());

  private static final String SUFFIX = FLAGS.file().replaceAll(".*(?=\\.)", "");

  @TempDir Path directory = Path.of("");

  private Path archive = Path.of("");
  private Path jar = Path.of("");

  @BeforeEach
  void buildACheckout() throws IOException {
    directory = directory.toRealPath();
    Path java = directory.resolve("jdk it's/bin/java");
    Files.createDirectories(java.getParent());
    Files.writeString(java, JAVA);
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path target = directory.resolve("a check-out/local/target");
    jar = Files.createDirectories(target).resolve("program.jar");
    Files.writeString(jar, "");
    Files.setLastModifiedTime(jar, FileTime.from(Instant.now().minusSeconds(60)));
    archive = target.resolve(FLAGS.file());
    Path jdk = directory.resolve("jdk it's");
    new Launcher(directory.resolve("a check-out"), target.resolve("start"), List.of(jar), jdk)
        .write();
  }

  private List<String> run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(archive.resolveSibling("start").toString()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
    List<String> lines = process.inputReader().lines().toList();
    process.waitFor();
    return lines;
  }

  @Test
  void emulatorIsToldWhatMakesArchives() throws Exception {
    assertThat(run())
        .contains("-Dgatehouse.archive=" + archive.resolveSibling("start"))
        .noneMatch(argument -> argument.startsWith(FLAGS.use()));
  }

  @Test
  void madeArchiveIsUsedByTheNextStart() throws Exception {
    assertThat(run("--archive")).isEmpty();

    assertThat(run("--plan", "a b"))
        .contains(FLAGS.use() + "=" + archive)
        .endsWith("--plan", "a b");
  }

  @Test
  void archiveThatIsOlderThanAJarIsMadeAnew() throws Exception {
    run("--archive");
    Files.writeString(archive, "old");
    Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(60)));

    assertThat(run()).noneMatch(argument -> argument.startsWith(FLAGS.use()));
    run("--archive");
    assertThat(archive).hasContent("new");
  }

  @Test
  void currentArchiveIsNotMadeAgain() throws Exception {
    run("--archive");
    Files.writeString(archive, "kept");

    run("--archive");

    assertThat(archive).hasContent("kept");
  }

  @Test
  void failedRunLeavesNoArchive() throws Exception {
    Files.createFile(directory.resolve("broken"));

    assertThat(run("--archive"))
        .containsExactly("The archive was not made; see " + archive + ".log");
    assertThat(archive).doesNotExist();
  }

  @Test
  void functionWithoutArchiveIsRecordedWithoutTheEmulator() throws Exception {
    run("--archive");
    Files.writeString(archive, "kept");
    Path functions = Files.createDirectories(archive.resolveSibling("functions/a function/lib"));
    Files.createDirectories(functions.resolveSibling("../b.partial-1"));

    assertThat(run("--archive")).isEmpty();
    assertThat(archive).hasContent("kept");
    assertThat(archive.resolveSibling(archive.getFileName() + ".log"))
        .content()
        .contains(FLAGS.use() + "=" + archive)
        .doesNotContain(FLAGS.record());
    // The run of this test makes none, so the function is not tried again.
    assertThat(functions.resolveSibling("../a function" + SUFFIX)).isEmptyFile();
    assertThat(functions.resolveSibling("../b.partial-1" + SUFFIX)).doesNotExist();
    Files.delete(archive.resolveSibling(archive.getFileName() + ".log"));
    run("--archive");
    assertThat(archive.resolveSibling(archive.getFileName() + ".log")).doesNotExist();
  }
}
