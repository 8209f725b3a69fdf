package dev.gatehouse.integrationtests.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.integrationtests.clients.ApiClient;
import dev.gatehouse.integrationtests.clients.Inbox;
import dev.gatehouse.integrationtests.clients.SignUpUser;
import dev.gatehouse.integrationtests.clients.TextResponse;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.emulator.WithLocalEmulator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sign-ups that a client sends more than once, with an Idempotency-Key. */
@WithLocalEmulator
@Tag("extended")
@Timeout(120)
class RepeatedSignUpJourneyIT {
  private final ApiClient client;
  private final Inbox inbox;
  private final SignUpUser user = SignUpUser.create();
  private final String key = UUID.randomUUID().toString();

  RepeatedSignUpJourneyIT(LocalEmulator emulator) {
    this.client = new ApiClient(emulator);
    this.inbox = new Inbox(emulator);
  }

  @Test
  void repeatedRequestGetsTheFirstResponseAndSendsNoMail() {
    TextResponse first = client.signUp(user, key);
    assertThat(first.status()).as(first.body()).isEqualTo(202);
    TextResponse second = client.signUp(user, key);
    assertThat(second.status()).isEqualTo(202);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(client.signUp(user).code()).as("without the key").isEqualTo("ACCOUNT_EXISTS");
    assertThat(client.validate(user, inbox.codeFor(user)).status()).isEqualTo(200);
    assertThat(inbox.mailsTo(user)).hasSize(1);
  }

  @Test
  void sameKeyWithAnotherBodyIsRefused() {
    client.signUp(user, key);
    TextResponse other = client.signUp(SignUpUser.create(), key);
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void ofRequestsAtOnceOneIsExecuted() {
    List<TextResponse> responses =
        IntStream.range(0, 4)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> client.signUp(user, key)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(responses)
        .anyMatch(response -> response.status() == 202)
        .allMatch(response -> response.status() == 202 || isOutstanding(response));
    assertThat(inbox.codeFor(user)).isNotEmpty();
    assertThat(inbox.mailsTo(user)).hasSize(1);
  }

  private static boolean isOutstanding(TextResponse response) {
    return response.status() == 409 && response.code().equals("REQUEST_OUTSTANDING");
  }
}
