package dev.gatehouse.integrationtests.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.integrationtests.clients.AwsAccount;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.kms.KmsClient;

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
    long failures = failures("SES_");
    try (FaultSwitch on = FaultSwitch.on(running, limit.fault())) {
      assertThat(user.send(limit.request())).isEqualTo(limit.answer());
      await(() -> failures("SES_") > failures);
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

  /**
   * The key is disabled when a code is encrypted and not sent yet. Who signs up meanwhile gets no
   * code; who has an account is not affected.
   */
  @Test
  @SuppressWarnings("try") // what a switch is closed for
  void nobodyIsLostWhileTheKeyOfTheCodesIsDisabled() throws Exception {
    LocalEmulator running = Objects.requireNonNull(emulator);
    LimitedUser confirmed = new LimitedUser(running);
    confirmed.prepare("GET /user/profile");
    LimitedUser before = new LimitedUser(running);
    LimitedUser during = new LimitedUser(running);
    long failures = failures("KEY_DISABLED");
    try (KmsClient kms = AwsAccount.client(KmsClient.builder(), running.aws())) {
      String key =
          kms.describeKey(of -> of.keyId("alias/gatehouse-local-codes")).keyMetadata().arn();
      try (FaultSwitch waiting =
          FaultSwitch.on(
              running,
              "{'function': 'custom-email-sender', 'effect': 'error', 'error': 'throttling'}")) {
        assertThat(before.send("POST /user").status()).isEqualTo(202);
        kms.disableKey(disable -> disable.keyId(key));
      }
      try {
        await(() -> failures("KEY_DISABLED") > failures);
        assertThat(during.send("POST /user").code()).isEqualTo("CODE_NOT_SENT");
        assertThat(confirmed.send("GET /user/profile").status()).isEqualTo(200);
      } finally {
        kms.enableKey(enable -> enable.keyId(key));
      }
    }
    await(
        () -> {
          EmulatorClock.forward(running, Duration.ofMinutes(1));
          return before.mails() > 0;
        });
    before.finish();
    assertThat(during.send("POST /user/resend").status()).isEqualTo(202);
    during.finish();
    confirmed.finish();
  }

  /** Returns how many mails the function has not sent for a reason. */
  private static long failures(String reason) {
    URI log =
        Objects.requireNonNull(emulator)
            .aws()
            .resolve("/_gatehouse/logs?function=custom-email-sender&lines=10000");
    return LocalEmulator.get(log).lines().filter(line -> line.contains("\"" + reason)).count();
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    Deadline end = Deadline.after(Duration.ofMinutes(1));
    while (!condition.call()) {
      assertThat(end.isOver()).isFalse();
      Thread.sleep(100);
    }
  }
}
