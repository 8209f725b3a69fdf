package dev.gatehouse.integrationtests.journeys;

import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.project.Repository;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** Sign-up in a stack with hosted pages and the CustomEmailSender function. */
@Tag("extended")
class SignUpWithEmailSenderJourneyIT extends SignUpJourneyContract {
  private static final String PLAN = Repository.plan("hosted-lambda").toString();

  private static @Nullable LocalEmulator emulator;

  SignUpWithEmailSenderJourneyIT() {
    super(Objects.requireNonNull(emulator));
  }

  @BeforeAll
  static void start() {
    emulator = LocalEmulator.start("--plan", PLAN);
  }

  @AfterAll
  static void stop() {
    Objects.requireNonNull(emulator).close();
  }
}
