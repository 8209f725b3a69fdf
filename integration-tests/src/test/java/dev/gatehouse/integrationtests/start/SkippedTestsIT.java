package dev.gatehouse.integrationtests.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.integrationtests.project.Repository;
import dev.gatehouse.integrationtests.project.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tools/skipped-tests.sh}, with which no test of the gate is skipped. */
class SkippedTestsIT {
  private static final FileTime START = FileTime.from(Instant.parse("2026-01-02T03:04:05Z"));

  @TempDir Path checkout = Path.of("");
  private Path started;

  @BeforeEach
  void beginARun() throws IOException {
    started = Files.setLastModifiedTime(Files.createFile(checkout.resolve("started")), START);
  }

  private Path report(String content) throws IOException {
    Path folder = Files.createDirectories(checkout.resolve("module/target/failsafe-reports"));
    return Files.writeString(
        folder.resolve("TEST-org.example.SomeIT.xml"),
        """
        <testsuite name="org.example.SomeIT" tests="2">
          <testcase name="runs" classname="org.example.SomeIT" time="0.1"/>
        %s
        </testsuite>
        """
            .formatted(content));
  }

  private Shell.Result skippedTests() throws IOException, InterruptedException {
    return Shell.run(
        Repository.ROOT,
        Map.of(),
        "tools/skipped-tests.sh",
        started.toString(),
        checkout.toString());
  }

  @Test
  void skippedTestIsNamedWithItsReason() throws Exception {
    report(
        """
        <testcase name="needsABrowser" classname="org.example.SomeIT" time="0.0">
          <skipped message="Chromium is not installed" type="x"/>
        </testcase>\
        """);
    Shell.Result result = skippedTests();
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.lastLine()).isEqualTo("  SomeIT.needsABrowser: Chromium is not installed");
  }

  @Test
  void runOfAllTestsPasses() throws Exception {
    report("  <testcase name=\"runsToo\" classname=\"org.example.SomeIT\" time=\"0.1\"/>");
    assertThat(skippedTests()).isEqualTo(new Shell.Result(0, ""));
  }

  @Test
  void reportOfAnEarlierRunDoesNotCount() throws Exception {
    Path report = report("<testcase name=\"old\" classname=\"SomeIT\"><skipped/></testcase>");
    Files.setLastModifiedTime(report, FileTime.from(START.toInstant().minusSeconds(60)));
    assertThat(skippedTests()).isEqualTo(new Shell.Result(0, ""));
  }
}
