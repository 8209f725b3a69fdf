package dev.gatehouse.integrationtests.journeys;

import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** Sign-up on a computer whose language writes numbers with digits of its own. */
@Tag("extended")
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
