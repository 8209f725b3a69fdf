package dev.gatehouse.integrationtests.userrows;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.integrationtests.clients.ApiClient;
import dev.gatehouse.integrationtests.clients.AwsAccount;
import dev.gatehouse.integrationtests.clients.Inbox;
import dev.gatehouse.integrationtests.clients.SignUpUser;
import dev.gatehouse.integrationtests.clients.TextResponse;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.emulator.ModifiedPlan;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A confirmation while neither table nor queue responds: PostConfirmation gives up on both in time.
 */
class MissingRowJourneyIT {
  @TempDir Path folder = Path.of("");

  @Test
  void userIsConfirmedInTimeAndTheProfileWritesTheRow() throws Exception {
    // The system accepts connections into the backlog, and no one responds.
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      ModifiedPlan plan = ModifiedPlan.copy();
      JsonObject variables = plan.variables("post-confirmation");
      String unresponsive = "http://127.0.0.1:" + silent.getLocalPort();
      variables.addProperty("AWS_ENDPOINT_URL_DYNAMODB", unresponsive);
      variables.addProperty("AWS_ENDPOINT_URL_SQS", unresponsive);
      try (LocalEmulator emulator = plan.start(folder)) {
        journey(emulator);
      }
    }
  }

  private static void journey(LocalEmulator emulator) {
    ApiClient client = new ApiClient(emulator);
    AwsAccount account = new AwsAccount(emulator);
    SignUpUser user = SignUpUser.create();
    TextResponse created = client.signUp(user);
    assertThat(created.status()).as(created.body()).isEqualTo(202);
    String code = new Inbox(emulator).codeFor(user);

    Instant start = Instant.now();
    TextResponse validated = client.validate(user, code);
    Duration taken = Duration.between(start, Instant.now());

    // A function that runs longer than its four seconds would have been killed.
    assertThat(validated.status()).as(validated.body()).isEqualTo(200);
    assertThat(taken).as("waits for both").isGreaterThan(Duration.ofMillis(2_900));
    String sub = created.json().getAsJsonObject("user").get("UserSub").getAsString();
    assertThat(account.row(sub)).isEmpty();
    assertThat(client.profile(account.signIn(user).accessToken()).status()).isEqualTo(200);
    assertThat(account.row(sub)).isNotEmpty();
  }
}
