package dev.gatehouse.integrationtests.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.integrationtests.project.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The stack that developers edit is no fixture: tests have a stack and plans of their own. */
class TestPlansTest {
  private static final Pattern DEVELOPERS =
      Pattern.compile(
          "Pulumi\\.local\\.yaml|target/plan\\.json|target/plans|read\\(\\s*Path\\.of\\(\"\\.\"\\),\\s*\"local\"\\)");

  /** These edit or replace a stack file of their own, or compare an error text that names it. */
  private static final List<String> EXCEPTIONS =
      List.of(
          "TestPlansTest.java",
          "RecordedStack.java",
          "RefusedSettingIT.java",
          "LocalBuildIT.java",
          "FailedInitsTest.java",
          "MainTest.java",
          "stacks/local.yaml");

  @Test
  void testsReferToNoFileThatADeveloperEdits() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : Repository.trackedFiles()) {
      String name = Repository.ROOT.relativize(file).toString();
      if (name.contains("src/test/")
          && name.matches(".*\\.(java|yaml|json|txt|tsv)")
          && EXCEPTIONS.stream().noneMatch(name::endsWith)
          && DEVELOPERS.matcher(Files.readString(file)).find()) {
        found.add(name);
      }
    }
    assertThat(found).isEmpty();
  }
}
