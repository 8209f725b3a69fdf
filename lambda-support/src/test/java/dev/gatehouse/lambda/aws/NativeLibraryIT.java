package dev.gatehouse.lambda.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The error of a function that is deployed with the archive for another processor. */
final class NativeLibraryIT {
  @Test
  void archiveForAnotherProcessorIsExplained() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Daws.crt.arch=another",
                "-cp",
                System.getProperty("java.class.path"),
                Connecting.class.getName())
            .redirectErrorStream(true)
            .start();
    try {
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(output)
          .contains(
              "IllegalStateException: The native library of the AWS CRT does not load: deploy");
    } finally {
      process.destroyForcibly();
    }
  }

  /** A process of its own, since a library is loaded once. */
  static final class Connecting {
    private Connecting() {}

    public static void main(String[] args) {
      AwsConnection.shared();
    }
  }
}
