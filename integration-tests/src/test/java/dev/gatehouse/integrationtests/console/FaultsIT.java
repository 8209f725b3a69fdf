package dev.gatehouse.integrationtests.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.gatehouse.integrationtests.clients.ApiClient;
import dev.gatehouse.integrationtests.clients.FaultSwitch;
import dev.gatehouse.integrationtests.clients.SignUpUser;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.emulator.WithLocalEmulator;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults of services and functions, seen by a client of the API. */
@WithLocalEmulator
@Tag("extended")
@SuppressWarnings("try") // what a switch is closed for
class FaultsIT {
  private final LocalEmulator emulator;
  private final ApiClient api;
  private final ControlClient control;
  private final SignUpUser user = SignUpUser.create();

  FaultsIT(LocalEmulator emulator) {
    this.emulator = emulator;
    this.api = new ApiClient(emulator);
    this.control = new ControlClient(emulator);
  }

  private JsonObject newestCall(String function) {
    return control
        .get("calls?search=" + function)
        .json()
        .getAsJsonArray("calls")
        .get(0)
        .getAsJsonObject();
  }

  private String log(String function) {
    JsonObject call = newestCall(function);
    return control.get("calls/" + call.get("id").getAsString()).json().toString();
  }

  @ParameterizedTest
  @CsvSource({
    "kill, Runtime.ExitError",
    "out-of-memory, Runtime.OutOfMemory",
  })
  void killedFunctionFailsTheRequestAndRunsAgainAfterwards(String effect, String type) {
    try (FaultSwitch on =
        FaultSwitch.on(
            emulator,
            "{'function': 'pre-sign-up', 'effect': '%s', 'times': 1}".formatted(effect))) {
      assertThat(api.signUp(user).status()).isEqualTo(503);
      assertThat(newestCall("pre-sign-up").get("outcome").getAsString()).isEqualTo("failed");
      assertThat(log("pre-sign-up")).contains(type, "signal: killed");
      assertThat(api.signUp(user).status()).as("in a new process").isEqualTo(202);
    }
    assertThat(newestCall("pre-sign-up").get("cold").getAsBoolean()).isTrue();
  }

  @Test
  void errorOfAFunctionIsAFailureAndAHangEndsAtItsTimeout() {
    try (FaultSwitch on =
        FaultSwitch.on(
            emulator, "{'function': 'pre-sign-up', 'effect': 'error', 'error': 'Broken'}")) {
      assertThat(api.signUp(user).status()).isEqualTo(503);
      assertThat(log("pre-sign-up")).contains("Broken");
    }
    try (FaultSwitch on =
        FaultSwitch.on(emulator, "{'function': 'custom-message', 'effect': 'hang'}")) {
      assertThat(api.signUp(user).status()).isEqualTo(503);
      assertThat(log("custom-message")).contains("Task timed out after");
    }
  }

  @Test
  void slowStartDelaysTheNextProcess() {
    assertThat(api.signUp(user).status()).isEqualTo(202);
    try (FaultSwitch on =
        FaultSwitch.on(
            emulator,
            "{'function': 'pre-sign-up', 'effect': 'kill', 'times': 1}",
            "{'function': 'pre-sign-up', 'effect': 'slow-start', 'delayMillis': 3000}")) {
      api.signUp(SignUpUser.create());
      api.signUp(SignUpUser.create());
      assertThat(newestCall("pre-sign-up").get("cold").getAsBoolean()).isTrue();
      assertThat(control.get("faults").body()).contains("\"hits\": 1");
    }
  }

  @Test
  void apiIsThrottledAndItsConnectionsAreCut() {
    try (FaultSwitch on =
        FaultSwitch.on(
            emulator,
            "{'service': 'api', 'operation': '/user', 'effect': 'error', 'error': 'throttling'}")) {
      assertThat(api.signUp(user).status()).isEqualTo(429);
    }
    try (FaultSwitch on = FaultSwitch.on(emulator, "{'service': 'api', 'effect': 'cut'}")) {
      assertThatThrownBy(() -> api.signUp(user)).isInstanceOf(UncheckedIOException.class);
    }
    assertThat(api.signUp(user).status()).isEqualTo(202);
  }

  @Test
  void confirmationWhoseAnswerIsLostIsRepeatedByTheClient() {
    api.signUp(user);
    String code = control.get("mails/latest?to=" + user.email()).json().get("code").getAsString();
    try (FaultSwitch on =
        FaultSwitch.on(emulator, "{'service': 'api', 'effect': 'lose-response', 'times': 1}")) {
      assertThatThrownBy(() -> api.validate(user, code)).isInstanceOf(UncheckedIOException.class);
    }
    JsonObject found = control.get("users/" + user.email()).json().getAsJsonObject("user");
    assertThat(found.get("status").getAsString()).isEqualTo("CONFIRMED");
    assertThat(found.get("row").getAsBoolean()).isTrue();
  }

  @Test
  void malformedFaultLeavesTheFaultsAsTheyAre() {
    try (FaultSwitch on = FaultSwitch.on(emulator, "{'service': 'kms', 'effect': 'cut'}")) {
      assertThat(control.send("PUT", "faults", "{\"faults\": [{\"effect\": \"x\"}]}").status())
          .isEqualTo(400);
      assertThat(control.get("faults").body()).contains("\"kms\"");
    }
    assertThat(control.get("faults").json().getAsJsonArray("faults")).isEmpty();
  }
}
