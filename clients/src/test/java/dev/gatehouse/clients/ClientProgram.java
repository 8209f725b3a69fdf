package dev.gatehouse.clients;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonSyntaxException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A client in another language, run by a program that prints a line of JSON for its version and for
 * each step.
 */
record ClientProgram(List<String> command, Map<String, String> environment)
    implements Client.ClientRun {

  /** The folder in which tools/test-clients.sh installs the clients. */
  static final Path INSTALLED = Path.of("target").toAbsolutePath();

  private static final Duration TIME_LIMIT = Duration.ofSeconds(90);

  /** Returns a program for Node. */
  static ClientProgram node(String script) {
    return new ClientProgram(
        List.of("node", "--no-warnings", INSTALLED.resolve("node/" + script).toString()), Map.of());
  }

  /** Returns a program for Python. */
  static ClientProgram python(String script) {
    return new ClientProgram(
        List.of(
            INSTALLED.resolve("python/bin/python").toString(),
            Path.of("python", script).toAbsolutePath().toString()),
        Map.of("PYTHONDONTWRITEBYTECODE", "1"));
  }

  /** Returns a program in Go. */
  static ClientProgram go() {
    return new ClientProgram(List.of(INSTALLED.resolve("aws-sdk-go").toString()), Map.of());
  }

  @Override
  public Outcome against(RunningEmulator emulator) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(emulator.environment());
    builder.environment().putAll(environment);
    Process process = builder.start();
    Outcome outcome = new Outcome();
    Thread reader =
        Thread.ofVirtual()
            .start(() -> process.inputReader().lines().forEach(line -> read(line, outcome)));
    if (!process.waitFor(TIME_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    reader.join(Duration.ofSeconds(5));
    return outcome;
  }

  /** Reads a line; clients print warnings of their own between the reports. */
  private static void read(String line, Outcome outcome) {
    if (!line.startsWith("{\"")) {
      if (!line.isBlank()) {
        outcome.output(line);
      }
      return;
    }
    try {
      JsonObject report = JsonParser.parseString(line).getAsJsonObject();
      if (report.has("version")) {
        outcome.version(report.get("version").getAsString());
      } else if (report.has("step")) {
        outcome.record(
            Step.of(report.get("step").getAsString()),
            report.get("passed").getAsBoolean() ? "" : report.get("error").getAsString());
      }
    } catch (JsonSyntaxException e) {
      outcome.output(line);
    }
  }
}
