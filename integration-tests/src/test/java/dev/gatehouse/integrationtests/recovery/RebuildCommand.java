package dev.gatehouse.integrationtests.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.integrationtests.project.Repository;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The command {@code tools/rebuild-pool}, against an emulator. */
record RebuildCommand(URI aws, Path log) {
  private static final int SECONDS = 60;

  /** Skips the test on a computer whose Python has no boto3. */
  static void assumeItRuns() throws IOException, InterruptedException {
    Process python = new ProcessBuilder("python3", "-c", "import boto3").start();
    Assumptions.assumeTrue(
        python.waitFor(SECONDS, TimeUnit.SECONDS) && python.exitValue() == 0,
        "skipped: python3 has no boto3");
  }

  /** Returns the counts that the command prints; fails if it fails. */
  JsonObject run(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of("python3", Repository.ROOT.resolve("tools/rebuild-pool").toString()));
    command.addAll(List.of(arguments));
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
