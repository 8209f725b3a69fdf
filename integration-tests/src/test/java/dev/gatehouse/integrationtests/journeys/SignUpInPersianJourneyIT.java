package dev.gatehouse.integrationtests.journeys;

import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Sign-up on a computer whose language writes numbers with digits of its own. */
class SignUpInPersianJourneyIT extends SignUpJourneyContract {
  private static @Nullable LocalEmulator emulator;

  SignUpInPersianJourneyIT() {
    super(Objects.requireNonNull(emulator));
  }

  @BeforeAll
  static void start() {
    emulator = LocalEmulator.startInPersian();
  }

  @AfterAll
  static void stop() {
    Objects.requireNonNull(emulator).close();
  }
}
