package dev.gatehouse.pulumi.automation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that finds or builds Pulumi's CLI. */
@Tag("pulumi")
final class PulumiCliIT {
  private static final List<String> TOOLS =
      List.of("bash", "cut", "dirname", "head", "sed", "sha256sum", "sort");

  @TempDir private Path directory;

  @Test
  void newReleaseOnThePathIsUsed() throws Exception {
    Path released = released("v3.300.0");

    assertThat(output()).isEqualTo(released + "\n");
  }

  @Test
  void oldReleaseIsNotUsedAndWithoutGoASentenceSaysWhatIsNeeded() throws Exception {
    released("v3.99.9");

    assertThat(output())
        .matches(
            "The tests with Pulumi need its CLI, 3\\.\\d+\\.\\d+ or newer, on the PATH"
                + " \\(https://www\\.pulumi\\.com/docs/install/\\), or Go to build one\n");
  }

  private Path released(String version) throws IOException {
    Path cli = directory.resolve("pulumi");
    Files.writeString(cli, "#!/usr/bin/bash\necho %s\n".formatted(version));
    assertThat(cli.toFile().setExecutable(true)).isTrue();
    return cli;
  }

  /** Runs the script with the directory and a few tools of the system on the PATH, without Go. */
  private String output() throws Exception {
    for (String tool : TOOLS) {
      Files.createSymbolicLink(directory.resolve(tool), Path.of("/usr/bin", tool));
    }
    ProcessBuilder script =
        new ProcessBuilder(Path.of("../tools/pulumi-cli").toString()).redirectErrorStream(true);
    script.environment().put("PATH", directory.toString());
    script.environment().put("PULUMI_CLI_CACHE", directory.resolve("cache").toString());
    Process process = script.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return output;
  }
}
