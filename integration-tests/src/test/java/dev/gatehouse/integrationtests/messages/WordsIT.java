package dev.gatehouse.integrationtests.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.integrationtests.project.Repository;
import dev.gatehouse.integrationtests.project.Shell;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code make words}, which checks the texts of all languages after a build. */
@Tag("extended")
class WordsIT {
  /** Prints the seconds that the processor worked for the script; others may use it, too. */
  private static final String TIMED = "TIMEFORMAT=$'\\n%U %S'; time tools/check-words";

  @Test
  void allLanguagesAreCheckedInTwoSecondsWithoutMaven() throws Exception {
    Shell.Result result =
        Shell.run(
            Repository.ROOT, Map.of("MAVEN_OPTS", "-broken", "LC_ALL", "C"), "bash", "-c", TIMED);

    assertThat(result.output()).contains("languages (ar, de, en, es", " 0 mistakes");
    assertThat(result.exitCode()).isZero();
    assertThat(Stream.of(result.lastLine().split(" ", -1)).mapToDouble(Double::parseDouble).sum())
        .isLessThan(2);
  }
}
