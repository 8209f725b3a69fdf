package dev.gatehouse.integrationtests.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.integrationtests.clients.ApiClient;
import dev.gatehouse.integrationtests.clients.SignUpUser;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.emulator.WithLocalEmulator;
import dev.gatehouse.integrationtests.project.Repository;
import dev.gatehouse.integrationtests.project.Shell;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What {@code make demo}, {@code make inbox}, {@code make users} and {@code make logs} print. */
@Tag("extended")
@WithLocalEmulator
class TerminalIT {
  private static final String ESCAPE = "\u001b";

  private final LocalEmulator emulator;
  private final SignUpUser user = SignUpUser.create();

  TerminalIT(LocalEmulator emulator) {
    this.emulator = emulator;
  }

  @Test
  void demoPrintsTheMailAsTextWithItsCodeAndWhatHappenedWhere() throws Exception {
    Shell.Result demo = demo("EMAIL", user.email());

    assertThat(demo.exitCode()).as(demo.output()).isZero();
    assertThat(demo.output())
        .containsPattern("(?m)^Code: +\\d{6}$")
        .containsPattern("POST /user: 202 in .*pre-sign-up.*custom-message.*mail to ")
        .containsPattern("POST /user/validate: 200 in .*post-confirmation.*dynamodb")
        .containsPattern("To: +" + Pattern.quote(user.email()))
        .doesNotContain(ESCAPE)
        .doesNotContainIgnoringCase("<html")
        .doesNotContain("\\u003c", "&lt;");
  }

  @Test
  void headingsAreBoldInATerminalUnlessNobodyWantsColors() throws Exception {
    Path script = Path.of("/usr/bin/script");
    Assumptions.assumeTrue(Files.isExecutable(script), "skipped: script is not installed");
    String[] inTerminal = {script.toString(), "-qec", "local/demo", "/dev/null"};

    assertThat(run(Map.of("NO_COLOR", ""), inTerminal).output())
        .contains(ESCAPE + "[1m1. Create an account" + ESCAPE + "[0m");
    assertThat(run(Map.of("NO_COLOR", "1"), inTerminal).output())
        .contains("1. Create an account", "Done.")
        .doesNotContain(ESCAPE);
  }

  @Test
  void inboxShowsMailsAndTheNewestOneToAnAddress() throws Exception {
    signUp();

    assertThat(gatehouse("inbox").output()).contains(user.email()).doesNotContain(ESCAPE);
    assertThat(gatehouse("inbox", user.email()).output())
        .containsPattern("To: +" + Pattern.quote(user.email()))
        .containsPattern("(?m)^Code: +\\d{6}$")
        .doesNotContainIgnoringCase("<html")
        .doesNotContain(ESCAPE);
    Shell.Result nobody = gatehouse("inbox", "nobody@example.com");
    assertThat(nobody.exitCode()).isEqualTo(1);
    assertThat(nobody.output()).isEqualTo("There is no such mail to nobody@example.com.\n");
  }

  @Test
  void usersShowsAddressAndStatus() throws Exception {
    signUp();

    assertThat(gatehouse("users", user.email()).output().lines())
        .singleElement()
        .asString()
        .contains(user.email(), "UNCONFIRMED")
        .doesNotContain(ESCAPE);
  }

  @Test
  void logsShowWhatAFunctionLogsWhileTheyRun() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("local/gatehouse", "logs", emulator.function("pre-sign-up"));
    builder.directory(Repository.ROOT.toFile()).redirectErrorStream(true);
    builder.environment().put("AWS", emulator.aws().toString());
    Process logs = builder.start();
    try (BufferedReader lines = logs.inputReader()) {
      signUp();
      String line = lines.readLine();
      while (line != null && !line.contains("REPORT RequestId")) {
        line = lines.readLine();
      }
      assertThat(line).contains("pre-sign-up").doesNotContain(ESCAPE);
    } finally {
      logs.descendants().forEach(ProcessHandle::destroy);
      logs.destroy();
    }
  }

  @Test
  void unknownFunctionIsRefusedInASentenceWithThoseThatThereAre() throws Exception {
    Shell.Result unknown = gatehouse("logs", "presign");

    assertThat(unknown.exitCode()).isEqualTo(1);
    assertThat(unknown.output())
        .startsWith("function is one of ")
        .endsWith(".\n")
        .contains(emulator.function("pre-sign-up"))
        .doesNotContain("{", "\"");
  }

  @Test
  void missingEmulatorIsNamedWithWhatToDo() throws Exception {
    Shell.Result nothing =
        Shell.run(Repository.ROOT, Map.of("AWS", "http://localhost:1"), "local/gatehouse", "users");

    assertThat(nothing.exitCode()).isEqualTo(1);
    assertThat(nothing.output())
        .isEqualTo("No emulator answers at http://localhost:1. Start it with: make local\n");
  }

  private void signUp() {
    assertThat(new ApiClient(emulator).signUp(user).status()).isEqualTo(202);
  }

  private Shell.Result demo(String variable, String value)
      throws IOException, InterruptedException {
    return run(Map.of(variable, value), "local/demo");
  }

  private Shell.Result gatehouse(String... arguments) throws IOException, InterruptedException {
    String[] command = new String[arguments.length + 1];
    command[0] = "local/gatehouse";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return run(Map.of(), command);
  }

  private Shell.Result run(Map<String, String> variables, String... command)
      throws IOException, InterruptedException {
    Map<String, String> environment = new HashMap<>(variables);
    environment.put("AWS", emulator.aws().toString());
    return Shell.run(Repository.ROOT, environment, command);
  }
}
