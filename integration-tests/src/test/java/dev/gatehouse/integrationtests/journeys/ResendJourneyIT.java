package dev.gatehouse.integrationtests.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.integrationtests.clients.ApiClient;
import dev.gatehouse.integrationtests.clients.Inbox;
import dev.gatehouse.integrationtests.clients.SignUpUser;
import dev.gatehouse.integrationtests.clients.TextResponse;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.emulator.WithLocalEmulator;
import org.junit.jupiter.api.Test;

@WithLocalEmulator
class ResendJourneyIT {
  private final ApiClient client;
  private final Inbox inbox;
  private final SignUpUser user = SignUpUser.create();

  ResendJourneyIT(LocalEmulator emulator) {
    this.client = new ApiClient(emulator);
    this.inbox = new Inbox(emulator);
  }

  @Test
  void newestCodeConfirms() {
    client.signUp(user);
    TextResponse resent = client.resend(user);
    assertThat(resent.status()).as(resent.body()).isEqualTo(202);
    assertThat(resent.json().getAsJsonObject("user").has("CodeDeliveryDetails")).isTrue();
    assertThat(inbox.mailsTo(user)).hasSize(2);
    assertThat(client.validate(user, inbox.codeFor(user)).status()).isEqualTo(200);
  }

  @Test
  void unknownUserGetsTheSameResponseAndNoMail() {
    TextResponse resent = client.resend(user);
    assertThat(resent.status()).as(resent.body()).isEqualTo(202);
    assertThat(resent.json().getAsJsonObject("user").has("CodeDeliveryDetails")).isTrue();
    assertThat(inbox.mailsTo(user)).isEmpty();
  }

  @Test
  void sixthResendWithinAnHourIsTooMany() {
    client.signUp(user);
    for (int resend = 1; resend <= 5; resend++) {
      assertThat(client.resend(user).status()).isEqualTo(202);
    }
    TextResponse sixth = client.resend(user);
    assertThat(sixth.status()).as(sixth.body()).isEqualTo(429);
    assertThat(sixth.headers().firstValue("Retry-After")).isPresent();
  }
}
