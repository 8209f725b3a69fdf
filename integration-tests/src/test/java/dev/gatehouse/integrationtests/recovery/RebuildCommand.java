package dev.gatehouse.integrationtests.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.integrationtests.project.Repository;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/**
 * The command {@code tools/rebuild-pool}, against an emulator.
 *
 * @param python a Python with a boto3 that reads {@code AWS_ENDPOINT_URL}
 */
record RebuildCommand(String python, URI aws, Path log) {
  private static final int SECONDS = 60;

  /** Skips the test on a computer without such a Python. */
  static String findPython() throws IOException, InterruptedException {
    for (String python : pythons()) {
      Process probe =
          new ProcessBuilder(
                  python, "-c", "from botocore.configprovider import ConfiguredEndpointProvider")
              .redirectErrorStream(true)
              .start();
      if (probe.waitFor(SECONDS, TimeUnit.SECONDS) && probe.exitValue() == 0) {
        return python;
      }
    }
    throw new TestAbortedException(
        "skipped: no Python with boto3 1.28 or newer; tools/test-emulators.sh --install has one");
  }

  /** Returns the one on the PATH, and the one that moto was installed into. */
  private static List<String> pythons() throws IOException {
    List<String> pythons = new ArrayList<>(List.of("python3"));
    String cache =
        Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
            .orElse(System.getProperty("user.home") + "/.cache");
    Path folder = Path.of(cache, "gatehouse");
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> installed = Files.newDirectoryStream(folder, "moto-*")) {
        installed.forEach(it -> pythons.add(it.resolve("bin/python3").toString()));
      }
    }
    return pythons;
  }

  /** Returns the counts that the command prints; fails if it fails. */
  @SafeVarargs
  final JsonObject run(String step, List<String>... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(python, Repository.ROOT.resolve("tools/rebuild-pool").toString(), step));
    for (List<String> part : arguments) {
      command.addAll(part);
    }
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "AWS_ENDPOINT_URL", aws.toString(),
                "AWS_DEFAULT_REGION", "us-east-1",
                "AWS_ACCESS_KEY_ID", "any",
                "AWS_SECRET_ACCESS_KEY", "credentials",
                "PYTHONDONTWRITEBYTECODE", "1"));
    Process process = builder.start();
    String printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as("%s", log.toFile()).isZero();
    return JsonParser.parseString(printed).getAsJsonObject();
  }
}
