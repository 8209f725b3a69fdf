package dev.gatehouse.triggers.postconfirmation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a restored function still has to load, in processes that have done nothing else before. */
class PostConfirmationPrimingIT {
  /** The classes that a call loads which is warm: none, give or take what the JVM makes itself. */
  private static final long WARM = 10;

  @Test
  void firstCallAfterTheHooksLoadsNoMoreThanThreeWarmOnes() throws Exception {
    assertThat(loaded("primed").getFirst()).isLessThanOrEqualTo(3 * WARM);
  }

  @Test
  void firstCallWithoutThemLoadsMostOfTheSdk() throws Exception {
    List<Long> loaded = loaded("unprimed");
    assertThat(loaded.getFirst()).isGreaterThan(500);
    assertThat(loaded.getLast()).isLessThanOrEqualTo(WARM);
  }

  private static List<Long> loaded(String how) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Daws.accessKeyId=test",
                "-Daws.secretAccessKey=test",
                "-cp",
                System.getProperty("java.class.path"),
                PrimedCall.class.getName(),
                how,
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
