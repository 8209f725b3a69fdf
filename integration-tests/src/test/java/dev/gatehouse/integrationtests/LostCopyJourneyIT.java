package dev.gatehouse.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Table and queue both keep silent: post confirmation has to give both up within its time. */
class LostCopyJourneyIT {
  @TempDir Path folder = Path.of("");

  @Test
  void personIsConfirmedInTimeAndTheProfileBringsTheRow() throws Exception {
    // Connections wait in the backlog: accepted by the system, answered by nobody.
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      AlteredPlan plan = AlteredPlan.copy();
      JsonObject variables = plan.variables("post-confirmation");
      String nobody = "http://127.0.0.1:" + silent.getLocalPort();
      variables.addProperty("AWS_ENDPOINT_URL_DYNAMODB", nobody);
      variables.addProperty("AWS_ENDPOINT_URL_SQS", nobody);
      try (Machine machine = plan.start(folder)) {
        walk(machine);
      }
    }
  }

  private static void walk(Machine machine) {
    SignUpClient client = new SignUpClient(machine);
    Account account = new Account(machine);
    Person person = Person.anybody();
    Answer created = client.signUp(person);
    assertThat(created.status()).as(created.body()).isEqualTo(202);
    String code = new Inbox(machine).codeFor(person);

    Instant start = Instant.now();
    Answer validated = client.validate(person, code);
    Duration taken = Duration.between(start, Instant.now());

    // A function that had not been done after its four seconds would have been killed.
    assertThat(validated.status()).as(validated.body()).isEqualTo(200);
    assertThat(taken).as("it waited for both").isGreaterThan(Duration.ofMillis(2_900));
    String sub = created.json().getAsJsonObject("user").get("UserSub").getAsString();
    assertThat(account.row(sub)).isEmpty();
    assertThat(client.profile(account.signIn(person).accessToken()).status()).isEqualTo(200);
    assertThat(account.row(sub)).isNotEmpty();
  }
}
