package dev.gatehouse.integrationtests;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The account with hosted pages and a function of ours that sends the mails. */
class SignUpWithPagesAndSenderJourneyIT extends SignUpJourneyContract {
  private static final String PLAN = Machine.ROOT + "/pulumi/target/plans/hosted-lambda.json";

  private static @Nullable Machine machine;

  SignUpWithPagesAndSenderJourneyIT() {
    super(Objects.requireNonNull(machine));
  }

  @BeforeAll
  static void start() {
    machine = Machine.start("--plan", PLAN);
  }

  @AfterAll
  static void stop() {
    Objects.requireNonNull(machine).close();
  }
}
