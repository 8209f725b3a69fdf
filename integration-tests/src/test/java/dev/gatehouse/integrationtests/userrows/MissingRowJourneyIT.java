package dev.gatehouse.integrationtests.userrows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.integrationtests.clients.ApiClient;
import dev.gatehouse.integrationtests.clients.AwsAccount;
import dev.gatehouse.integrationtests.clients.FaultSwitch;
import dev.gatehouse.integrationtests.clients.Inbox;
import dev.gatehouse.integrationtests.clients.SignUpUser;
import dev.gatehouse.integrationtests.clients.TextResponse;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.emulator.WithLocalEmulator;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * A confirmation while neither table nor queue responds: PostConfirmation gives up on both in time.
 */
@WithLocalEmulator
@SuppressWarnings("try") // what a switch is closed for
class MissingRowJourneyIT {
  private static final String SILENT_TABLE =
      "{'service': 'dynamodb', 'operation': 'TransactWriteItems', 'effect': 'hang'}";
  private static final String SILENT_QUEUE =
      "{'service': 'sqs', 'operation': 'SendMessage', 'effect': 'hang'}";

  private final LocalEmulator emulator;
  private final ApiClient client;
  private final AwsAccount account;

  MissingRowJourneyIT(LocalEmulator emulator) {
    this.emulator = emulator;
    this.client = new ApiClient(emulator);
    this.account = new AwsAccount(emulator);
  }

  @Test
  void userIsConfirmedInTimeAndTheProfileWritesTheRow() {
    SignUpUser user = SignUpUser.create();
    TextResponse created = client.signUp(user);
    assertThat(created.status()).as(created.body()).isEqualTo(202);
    String code = new Inbox(emulator).codeFor(user);

    Instant start = Instant.now();
    TextResponse validated;
    try (FaultSwitch silent = FaultSwitch.on(emulator, SILENT_TABLE, SILENT_QUEUE)) {
      validated = client.validate(user, code);
    }
    Duration taken = Duration.between(start, Instant.now());

    // A function that runs longer than its four seconds would have been killed.
    assertThat(validated.status()).as(validated.body()).isEqualTo(200);
    assertThat(taken).as("waits for both").isGreaterThan(Duration.ofMillis(2_700));
    String sub = created.json().getAsJsonObject("user").get("UserSub").getAsString();
    assertThat(account.row(sub)).isEmpty();
    assertThat(client.profile(account.signIn(user).accessToken()).status()).isEqualTo(200);
    assertThat(account.row(sub)).isNotEmpty();
  }
}
