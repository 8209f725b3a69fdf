package dev.gatehouse.integrationtests.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.integrationtests.clients.EmulatorClock;
import dev.gatehouse.integrationtests.clients.FaultSwitch;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.emulator.WithLocalEmulator;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each limit of AWS that docs/scale.md describes: what the client gets, and nobody is lost. */
@WithLocalEmulator
@Tag("extended")
class LimitsIT {
  private final LocalEmulator emulator;

  LimitsIT(LocalEmulator emulator) {
    this.emulator = emulator;
  }

  static List<DocumentedLimit> limits() throws IOException {
    return DocumentedLimit.all();
  }

  @ParameterizedTest
  @MethodSource("limits")
  @SuppressWarnings("try") // what a switch is closed for
  void clientGetsWhatIsDocumentedAndNobodyIsLost(DocumentedLimit limit) throws Exception {
    LimitedUser user = new LimitedUser(emulator);
    user.prepare(limit.request());
    try (FaultSwitch on = FaultSwitch.on(emulator, limit.fault())) {
      assertThat(user.send(limit.request())).isEqualTo(limit.answer());
    }
    if (!limit.next().isEmpty()) {
      assertThat(user.send(limit.next())).as("afterwards").isEqualTo(limit.nextAnswer());
    }
    if (limit.next().equals("DELETE /user")) {
      user.isErased();
    } else {
      user.finish();
    }
  }

  /** The queue tries each row again while the hour passes by the emulator's clock. */
  @Test
  @SuppressWarnings("try") // what a switch is closed for
  void nobodyIsLostWhileTheTableIsDownForAnHour() throws Exception {
    List<LimitedUser> users = List.of(new LimitedUser(emulator), new LimitedUser(emulator));
    try (FaultSwitch down =
        FaultSwitch.on(
            emulator,
            "{'service': 'dynamodb', 'operation': '*', 'effect': 'error', 'error': '500'}")) {
      for (LimitedUser user : users) {
        user.prepare("POST /user/validate");
        assertThat(user.send("POST /user/validate").status()).isEqualTo(200);
      }
      // Only now: idle functions end with the hour, and a start may take long for a sign-up.
      EmulatorClock.forward(emulator, Duration.ofHours(1));
    }
    for (LimitedUser user : users) {
      user.finish();
    }
  }

  /** Every operation of Cognito that the API calls, and every function that a request waits for. */
  @Test
  void everyLimitThatARequestCanMeetIsDocumented() throws IOException {
    String faults =
        String.join("\n", limits().stream().map(DocumentedLimit::fault).distinct().toList());
    for (String operation :
        List.of(
            "SignUp",
            "ConfirmSignUp",
            "ResendConfirmationCode",
            "GetUser",
            "UpdateUserAttributes",
            "DeleteUser",
            "InitiateAuth")) {
      assertThat(faults).contains("\"cognito-idp\", \"operation\": \"%s\"".formatted(operation));
    }
    for (String function : List.of("api", "pre-sign-up", "custom-message", "post-confirmation")) {
      assertThat(faults).contains("\"function\": \"%s\"".formatted(function));
    }
    assertThat(faults).contains("\"ses\"", "\"dynamodb\"", "\"api\"");
  }
}
