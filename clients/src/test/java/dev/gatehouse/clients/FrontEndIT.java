package dev.gatehouse.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a front end takes from here: the demo's modules, the document of the API, and listings. */
@Tag("clients")
class FrontEndIT {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path OPENAPI = ROOT.resolve("docs/openapi.yaml");
  private static final Path DEMO =
      ROOT.resolve("local/src/main/resources/dev/gatehouse/local/demo");
  private static final Path NODE = ClientProgram.INSTALLED.resolve("node");

  /** The output of a command and its exit code. */
  private record Finished(int exitCode, String output) {}

  @TempDir private Path folder = Path.of("");

  @Test
  void demoProvesThePasswordAsIdentityJsDoes() throws Exception {
    Map<String, String> steps = steps("srp.mjs", Map.of("GATEHOUSE_DEMO", DEMO.toString()));

    assertThat(steps).containsOnlyKeys("SRP", "time").allSatisfy(FrontEndIT::assertPassed);
  }

  @Test
  void listingsOfTheDocumentRunInABrowser() throws Exception {
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/chromedriver")),
        "skipped: Chromium and its driver are not installed (Debian: chromium chromium-driver)");
    RunningEmulator emulator = RunningEmulator.startForPages(folder);
    try {
      Map<String, String> environment = new HashMap<>(emulator.environment());
      environment.put("GATEHOUSE_API_URL", emulator.info("apiUrl"));
      environment.put("GATEHOUSE_DOCUMENT", ROOT.resolve("docs/from-the-browser.md").toString());

      assertThat(steps("from-the-browser.mjs", environment))
          .containsOnlyKeys("amplify", "fetch", "oidc", "amplify-hosted")
          .allSatisfy(FrontEndIT::assertPassed);
    } finally {
      emulator.close();
    }
  }

  @Test
  void redoclyFindsNoErrorInTheDocument() throws Exception {
    Finished lint = run(bin("redocly"), "lint", "--extends=recommended", OPENAPI.toString());

    assertThat(lint.exitCode()).as(lint.output()).isZero();
    assertThat(lint.output()).contains("Your API description is valid");
    assertThat(run(bin("redocly"), "lint", "--extends=recommended", broken()).exitCode())
        .isNotZero();
  }

  @Test
  void spectralFindsNoErrorInTheDocument() throws Exception {
    Path rules = Files.writeString(folder.resolve("spectral.yaml"), "extends: ['spectral:oas']\n");
    Finished lint = run(bin("spectral"), "lint", "-r", rules.toString(), OPENAPI.toString());

    assertThat(lint.exitCode()).as(lint.output()).isZero();
    assertThat(lint.output()).contains("0 errors");
    assertThat(run(bin("spectral"), "lint", "-r", rules.toString(), broken()).exitCode())
        .isNotZero();
  }

  /** Returns a copy of the document with an operation that has no responses. */
  private String broken() throws IOException {
    String text = Files.readString(OPENAPI);
    return Files.writeString(
            folder.resolve("broken.yaml"),
            text.replaceFirst("(?m)^      responses:", "      x-no:"))
        .toString();
  }

  @Test
  void generatedClientCompiles() throws Exception {
    Finished generated =
        run(
            bin("openapi-typescript"),
            OPENAPI.toString(),
            "-o",
            NODE.resolve("api.d.ts").toString());
    assertThat(generated.exitCode()).as(generated.output()).isZero();

    Finished compiled =
        run(
            bin("tsc"),
            "--noEmit",
            "--strict",
            "--skipLibCheck",
            "--module",
            "esnext",
            "--moduleResolution",
            "bundler",
            "--target",
            "es2022",
            "--lib",
            "es2022,dom,dom.iterable",
            NODE.resolve("api-client.ts").toString());
    assertThat(compiled.exitCode()).as(compiled.output()).isZero();
  }

  private static void assertPassed(String step, String error) {
    assertThat(error).as(step).isEmpty();
  }

  /** Returns the error of each step of a program, empty if it passed. */
  private static Map<String, String> steps(String program, Map<String, String> environment)
      throws IOException, InterruptedException {
    Finished finished = run(environment, "node", "--no-warnings", NODE.resolve(program).toString());
    assertThat(finished.exitCode()).as(finished.output()).isZero();
    Map<String, String> steps = new TreeMap<>();
    for (String line : finished.output().lines().filter(it -> it.startsWith("{\"step")).toList()) {
      JsonObject step = JsonParser.parseString(line).getAsJsonObject();
      steps.put(
          step.get("step").getAsString(), step.has("error") ? step.get("error").getAsString() : "");
    }
    return steps;
  }

  private static String bin(String command) {
    return NODE.resolve("node_modules/.bin").resolve(command).toString();
  }

  private static Finished run(String... command) throws IOException, InterruptedException {
    return run(Map.of(), command);
  }

  private static Finished run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(List.of(command)).redirectErrorStream(true);
    builder.directory(NODE.toFile());
    // No check for a newer version.
    builder.environment().put("REDOCLY_TELEMETRY", "off");
    builder.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Finished(process.waitFor(), output);
  }
}
