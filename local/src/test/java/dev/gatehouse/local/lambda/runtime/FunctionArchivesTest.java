package dev.gatehouse.local.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FunctionArchivesTest {

  private final Path directory;
  private final Path unpacked;
  private final Path archive;

  FunctionArchivesTest(@TempDir Path directory) throws IOException {
    this.directory = directory;
    this.unpacked = directory.resolve("functions");
    this.archive = write("echo.zip", "one");
  }

  private Path write(String name, String content) throws IOException {
    Path zip = directory.resolve(name);
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(out)) {
      entries.putNextEntry(new ZipEntry("lib/code.jar"));
      entries.write(content.getBytes(StandardCharsets.UTF_8));
      entries.closeEntry();
    }
    return zip;
  }

  private List<String> directories() throws IOException {
    try (Stream<Path> files = Files.list(unpacked)) {
      return files
          .filter(Files::isDirectory)
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void archiveIsUnpackedOncePerContent() throws IOException {
    try (FunctionArchives archives = new FunctionArchives(unpacked)) {
      Path root = archives.unpack(archive);
      assertThat(root.resolve("lib/code.jar")).hasContent("one");
      assertThat(archives.unpack(archive)).isEqualTo(root);
      assertThat(new FunctionArchives(unpacked).unpack(archive)).isEqualTo(root);
      assertThat(directories()).hasSize(1).allMatch(name -> name.matches("echo-[0-9a-f]{16}"));
    }
  }

  @Test
  void changedArchiveIsDeletedAtTheNextStart() throws IOException {
    Path old;
    try (FunctionArchives archives = new FunctionArchives(unpacked)) {
      old = archives.unpack(archive);
    }
    write("echo.zip", "changed");
    try (FunctionArchives archives = new FunctionArchives(unpacked)) {
      Path current = archives.unpack(archive);
      archives.deleteUnused();
      assertThat(old).doesNotExist();
      assertThat(current.resolve("lib/code.jar")).hasContent("changed");
    }
  }

  @Test
  void unchangedArchiveIsKeptThoughNobodyUsesIt() throws IOException {
    Path kept;
    try (FunctionArchives archives = new FunctionArchives(unpacked)) {
      kept = archives.unpack(archive);
    }
    Path classes = Files.createFile(kept.resolveSibling(kept.getFileName() + ".jsa"));
    try (FunctionArchives archives = new FunctionArchives(unpacked)) {
      archives.deleteUnused();
      assertThat(kept.resolve("lib/code.jar")).exists();
      assertThat(classes).exists();
      Files.delete(archive);
      archives.deleteUnused();
      assertThat(kept).doesNotExist();
      try (Stream<Path> left = Files.list(unpacked)) {
        assertThat(left).containsExactly(unpacked.resolve("lock"));
      }
    }
  }

  @Test
  void archiveInUseIsKeptThoughItChanged() throws IOException {
    try (FunctionArchives running = new FunctionArchives(unpacked)) {
      Path used = running.unpack(archive);
      write("echo.zip", "changed");
      for (int i = 0; i < 2; i++) {
        try (FunctionArchives other = new FunctionArchives(unpacked)) {
          other.deleteUnused();
          assertThat(used.resolve("lib/code.jar")).hasContent("one");
        }
      }
    }
  }

  @Test
  void remainsOfAKilledEmulatorAreDeleted() throws IOException {
    Files.createDirectories(unpacked.resolve("echo-0123456789abcdef.partial-123/lib"));
    Files.createDirectories(unpacked.resolve("without-a-lease-0123456789abcdef/lib"));
    try (FunctionArchives archives = new FunctionArchives(unpacked)) {
      Path current = archives.unpack(archive);
      archives.deleteUnused();
      assertThat(directories()).containsExactly(current.getFileName().toString());
    }
  }

  @Test
  void directoryThatACleanBuildDeletedIsUnpackedAgain() throws IOException {
    try (FunctionArchives archives = new FunctionArchives(unpacked)) {
      Path first = archives.unpack(archive);
      try (Stream<Path> files = Files.walk(unpacked)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
      assertThat(archives.unpack(archive).resolve("lib/code.jar")).exists();
      archives.deleteUnused();
      assertThat(first.resolve("lib/code.jar")).exists();
    }
  }

  @Test
  void emulatorsThatUnpackTheSameArchiveAtOnceDoNotFail() throws Exception {
    StringBuilder large = new StringBuilder();
    new Random(1).ints(400_000).forEach(large::append);
    Path zip = write("large.zip", large.toString());
    Callable<Path> unpack = () -> new FunctionArchives(unpacked).unpack(zip);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Path>> all = threads.invokeAll(Stream.generate(() -> unpack).limit(8).toList());
      assertThat(all.stream().map(Future::resultNow).distinct()).hasSize(1);
    }
  }

  @Test
  void pathOutsideOfTheArchiveIsRefused() throws IOException {
    Path zip = directory.resolve("slip.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(out)) {
      entries.putNextEntry(new ZipEntry("../outside"));
      entries.closeEntry();
    }
    try (FunctionArchives archives = new FunctionArchives(unpacked)) {
      assertThatThrownBy(() -> archives.unpack(zip)).hasMessageContaining("outside the archive");
    }
  }
}
