package dev.gatehouse.local.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.lambda.HandlersArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two emulators of one checkout that use the same unpacked archive. */
@Timeout(60)
class SharedArchivesIT {

  /** A program that unpacks the archive of a folder and uses it until its input ends. */
  static final class OtherEmulator {
    private OtherEmulator() {}

    /** Runs until the end of its input; the argument is the folder. */
    public static void main(String[] args) throws IOException {
      Path folder = Path.of(args[0]);
      FunctionArchives archives = new FunctionArchives(folder.resolve("functions"));
      System.out.println(archives.unpack(folder.resolve("handlers.zip")));
      while (System.in.read() != -1) {
        // The test closes the stream.
      }
      Runtime.getRuntime().halt(137);
    }
  }

  @Test
  void archiveIsDeletedOnlyWhenTheOtherEmulatorHasEnded(@TempDir Path directory) throws Exception {
    Path zip = HandlersArchive.write(directory);
    Process other = start(directory);
    Path used = Path.of(other.inputReader().readLine());
    Files.delete(zip);
    try (FunctionArchives archives = new FunctionArchives(directory.resolve("functions"))) {
      archives.deleteUnused();
      assertThat(used.resolve("lib/handlers.jar")).exists();

      other.getOutputStream().close();
      other.waitFor();
      archives.deleteUnused();
      assertThat(used).doesNotExist();
    }
  }

  private static Process start(Path directory) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            OtherEmulator.class.getName(),
            directory.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
