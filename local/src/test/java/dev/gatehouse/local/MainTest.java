package dev.gatehouse.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

  @TempDir Path directory = Path.of("");

  private final StringWriter printed = new StringWriter();

  private String execute(String... options) {
    PrintWriter writer = new PrintWriter(printed, true);
    int exitCode = Main.commandLine(writer, writer).execute(options);
    return exitCode + " " + printed.toString().strip();
  }

  @Test
  void givenRootOverridesTheOneOfTheScript() {
    assertThat(execute("--root", "/nowhere", "--root", directory.toString()))
        .isEqualTo(
            "1 %s cannot be read; build it with the pulumi module"
                .formatted(directory.resolve("pulumi/target/plan.json")));
  }

  @Test
  void relativePlanIsOneOfTheCurrentDirectory() throws IOException {
    Files.createFile(directory.resolve("pom.xml"));

    assertThat(execute("--root", directory.toString(), "--plan", "pom.xml"))
        .isEqualTo("1 pom.xml is not a plan; build it with the pulumi module");
  }

  @Test
  void relativePlanThatIsNotInTheCurrentDirectoryIsOneUnderTheRoot() throws IOException {
    Path plan = Files.writeString(directory.resolve("other-plan.json"), "no json");

    assertThat(execute("--root", directory.toString(), "--plan", "other-plan.json"))
        .isEqualTo("1 %s is not a plan; build it with the pulumi module".formatted(plan));
  }

  @Test
  void missingPlanIsNamedAsGiven() {
    assertThat(execute("--root", directory.toString(), "--plan", "missing.json"))
        .isEqualTo("1 missing.json cannot be read; build it with the pulumi module");
  }

  @Test
  void issuerOverTlsNeedsItsPort() {
    assertThat(execute("--root", directory.toString(), "--issuer", "https"))
        .isEqualTo("1 --issuer https needs a port for TLS: add --https-port 4567");
  }

  @Test
  void unknownOptionIsReportedInOneLine() {
    assertThat(execute("--port", "1")).startsWith("2 Unknown option").hasLineCount(1);
  }
}
