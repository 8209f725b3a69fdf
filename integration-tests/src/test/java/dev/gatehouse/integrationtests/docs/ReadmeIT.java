package dev.gatehouse.integrationtests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.integrationtests.clients.AwsAccount;
import dev.gatehouse.integrationtests.clients.Inbox;
import dev.gatehouse.integrationtests.clients.SignUpUser;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.emulator.WithLocalEmulator;
import dev.gatehouse.integrationtests.project.Repository;
import dev.gatehouse.integrationtests.project.Shell;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The commands of the README, run as they are. */
@WithLocalEmulator
class ReadmeIT {
  private static final Pattern SHELL = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

  /** Options of Maven that change what it prints and how fast it is. */
  private static final String OUTPUT_OPTIONS = " (-q|-B|-V|-T ?\\w+|--no-transfer-progress)(?= )";

  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

  private final LocalEmulator emulator;
  private final AwsAccount account;
  private final Inbox inbox;

  ReadmeIT(LocalEmulator emulator) {
    this.emulator = emulator;
    this.account = new AwsAccount(emulator);
    this.inbox = new Inbox(emulator);
  }

  private static String readme() throws IOException {
    return Files.readString(Repository.ROOT.resolve("README.md"));
  }

  /** Returns the shell block after a heading. */
  private static String block(String heading) throws IOException {
    String readme = readme();
    Matcher block = SHELL.matcher(readme);
    assertThat(block.find(readme.indexOf(heading))).as("a shell block after " + heading).isTrue();
    return block.group(1);
  }

  private String run(String script) throws Exception {
    Shell.Result result =
        Shell.run(
            Repository.ROOT, Map.of("AWS", emulator.aws().toString()), "bash", "-eu", "-c", script);
    assertThat(result.exitCode()).as(result.output()).isZero();
    return result.output();
  }

  @Test
  void walkthroughWorksStepByStep() throws Exception {
    SignUpUser user = SignUpUser.create();
    String walkthrough =
        block("## Walk the journey")
            .replace("http://localhost:8080", emulator.api().toString())
            .replace("http://localhost:4566", emulator.aws().toString())
            .replace("jane@example.com", user.email())
            .replace("CLIENT_ID", account.clientId());
    String[] steps = walkthrough.split("(?m)^(?=# )");
    String setup = steps[0];
    String output = "";
    for (String step : List.of(steps).subList(1, steps.length)) {
      String filled = step;
      if (step.contains("CODE")) {
        filled = filled.replace("CODE", inbox.codeFor(user));
      }
      if (step.contains("TOKEN")) {
        filled = filled.replace("TOKEN", account.signIn(user).accessToken());
      }
      output += run(setup + filled + "\necho\n");
    }
    assertThat(output)
        .contains("\"UserConfirmed\":false", "\"messages\"", "\"Confirmed\"", "AccessToken")
        .containsPattern("\"profile\":\\{.*" + Pattern.quote(user.email()))
        .doesNotContain("problem");
  }

  @Test
  void makeLocalStartsOnThePortsOfTheEnvironmentAndStopsWithMake() throws Exception {
    ProcessBuilder make = new ProcessBuilder("make", "-s", "local").redirectErrorStream(true);
    make.directory(Repository.ROOT.toFile());
    make.environment().putAll(Map.of("GATEHOUSE_API_PORT", "0", "GATEHOUSE_AWS_PORT", "0"));
    Process process = make.start();
    List<String> printed = new ArrayList<>();
    BufferedReader output = process.inputReader();
    while (printed.isEmpty() || !printed.getLast().startsWith("Ctrl-C")) {
      printed.add(Objects.requireNonNull(output.readLine(), "stopped early: " + printed));
    }
    List<ProcessHandle> started = process.descendants().toList();
    process.destroy();

    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(started).allSatisfy(it -> assertThat(it.onExit()).succeedsWithin(TEN_SECONDS));
    assertThat(String.join("\n", printed))
        .contains("Gatehouse is ready", account.poolId(), account.clientId(), "/user/validate")
        .doesNotContain(":8080", ":4566");
  }

  @Test
  void demoRunsTheWholeJourney() throws Exception {
    String output = run("make -s demo");
    assertThat(output).contains("202", "{\"status\":\"Confirmed\"}", "\"profile\"", "Done.");
  }

  @Test
  void mavenCommandsOfTheReadmeAreThoseOfMake() throws IOException {
    String make = "";
    for (String file : List.of("Makefile", "local/build", "tools/verify.sh")) {
      make += Files.readString(Repository.ROOT.resolve(file)).replaceAll(OUTPUT_OPTIONS, "");
    }
    Matcher line = Pattern.compile("`(\\./mvnw [^`]+)`").matcher(readme());
    int seen = 0;
    while (line.find()) {
      assertThat(make).contains(line.group(1).replaceAll(OUTPUT_OPTIONS, ""));
      seen++;
    }
    assertThat(seen).isGreaterThanOrEqualTo(2);
  }

  @Test
  void everyTargetThatTheReadmeNamesExists() throws IOException {
    String makefile = Files.readString(Repository.ROOT.resolve("Makefile"));
    Matcher target = Pattern.compile("make ([a-z-]+)").matcher(readme());
    while (target.find()) {
      assertThat(makefile).containsPattern("(?m)^" + target.group(1) + ":");
    }
  }

  @Test
  void readmeHasAtMost150Lines() throws IOException {
    assertThat(readme().lines()).hasSizeLessThanOrEqualTo(150);
  }
}
