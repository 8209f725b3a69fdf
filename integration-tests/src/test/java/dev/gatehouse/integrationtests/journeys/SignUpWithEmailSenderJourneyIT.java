package dev.gatehouse.integrationtests.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.integrationtests.clients.Deadline;
import dev.gatehouse.integrationtests.clients.EmulatorClock;
import dev.gatehouse.integrationtests.clients.FaultSwitch;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.limits.DocumentedLimit;
import dev.gatehouse.integrationtests.limits.LimitedUser;
import dev.gatehouse.integrationtests.project.Repository;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sign-up in a stack with hosted pages and the CustomEmailSender function. */
@Tag("extended")
class SignUpWithEmailSenderJourneyIT extends SignUpJourneyContract {
  private static final String PLAN = Repository.plan("hosted-lambda").toString();

  private static @Nullable LocalEmulator emulator;

  SignUpWithEmailSenderJourneyIT() {
    super(Objects.requireNonNull(emulator));
  }

  static List<DocumentedLimit> limits() throws IOException {
    return DocumentedLimit.ofEmailSender();
  }

  @BeforeAll
  static void start() {
    emulator = LocalEmulator.start("--plan", PLAN);
  }

  @AfterAll
  static void stop() {
    Objects.requireNonNull(emulator).close();
  }

  @ParameterizedTest
  @MethodSource("limits")
  @SuppressWarnings("try") // what a switch is closed for
  void mailThatSesDoesNotTakeComesWithARetryOfLambdaOrOfTheClient(DocumentedLimit limit)
      throws Exception {
    LocalEmulator running = Objects.requireNonNull(emulator);
    LimitedUser user = new LimitedUser(running);
    user.prepare(limit.request());
    int mails = user.mails();
    long failures = failures();
    try (FaultSwitch on = FaultSwitch.on(running, limit.fault())) {
      assertThat(user.send(limit.request())).isEqualTo(limit.answer());
      await(() -> failures() > failures);
    }
    assertThat(user.mails()).isEqualTo(mails);
    if (limit.next().isEmpty()) {
      await(
          () -> {
            EmulatorClock.forward(running, Duration.ofMinutes(1));
            return user.mails() > mails;
          });
    } else {
      assertThat(user.send(limit.next())).as("afterwards").isEqualTo(limit.nextAnswer());
    }
    user.finish();
  }

  /** Returns how many mails the function has not sent. */
  private static long failures() {
    URI log =
        Objects.requireNonNull(emulator)
            .aws()
            .resolve("/_gatehouse/logs?function=custom-email-sender&lines=10000");
    return LocalEmulator.get(log).lines().filter(line -> line.contains("\"SES_")).count();
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    Deadline end = Deadline.after(Duration.ofMinutes(1));
    while (!condition.call()) {
      assertThat(end.isOver()).isFalse();
      Thread.sleep(100);
    }
  }
}
