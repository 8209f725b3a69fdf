package dev.gatehouse.triggers.postconfirmation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The classes that the first call loads after priming, counted in a process of its own. */
@Tag("extended")
class PostConfirmationPrimingIT {
  /** The classes that a warm call may load, such as those that the JVM generates. */
  private static final long WARM = 10;

  @Test
  void firstCallAfterPrimingLoadsAsFewClassesAsWarmCalls() throws Exception {
    assertThat(loaded("primed").getFirst()).isLessThanOrEqualTo(3 * WARM);
  }

  @Test
  void firstCallWithoutPrimingLoadsMostOfTheSdk() throws Exception {
    List<Long> loaded = loaded("unprimed");
    assertThat(loaded.getFirst()).isGreaterThan(500);
    assertThat(loaded.getLast()).isLessThanOrEqualTo(WARM);
  }

  private static List<Long> loaded(String mode) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Daws.accessKeyId=test",
                "-Daws.secretAccessKey=test",
                "-cp",
                System.getProperty("java.class.path"),
                PrimedCall.class.getName(),
                mode,
                "src/test/resources/events/post-confirmation/confirm-sign-up.json")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      String out = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return Arrays.stream(out.strip().split(" ")).map(Long::valueOf).toList();
    } finally {
      process.destroyForcibly();
    }
  }
}
