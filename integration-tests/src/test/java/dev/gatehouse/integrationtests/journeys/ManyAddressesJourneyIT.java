package dev.gatehouse.integrationtests.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.integrationtests.clients.ApiClient;
import dev.gatehouse.integrationtests.clients.Inbox;
import dev.gatehouse.integrationtests.clients.SignUpUser;
import dev.gatehouse.integrationtests.clients.TextResponse;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.emulator.WithLocalEmulator;
import org.junit.jupiter.api.Test;

/** Accounts per address, the default: sub-addresses of a mailbox sign up separately. */
@WithLocalEmulator
class ManyAddressesJourneyIT {
  private final ApiClient client;
  private final Inbox inbox;

  ManyAddressesJourneyIT(LocalEmulator emulator) {
    this.client = new ApiClient(emulator);
    this.inbox = new Inbox(emulator);
  }

  @Test
  void mailboxMayHaveAnAccountForEachAddress() {
    SignUpUser jane = SignUpUser.create();
    SignUpUser tagged = jane.tagged("second");
    signUpAndConfirm(jane);
    signUpAndConfirm(tagged);
    assertThat(client.signUp(jane).status()).as("the very same address").isEqualTo(409);
  }

  private void signUpAndConfirm(SignUpUser user) {
    TextResponse created = client.signUp(user);
    assertThat(created.status()).as(created.body()).isEqualTo(202);
    assertThat(client.validate(user, inbox.codeFor(user)).status()).isEqualTo(200);
  }
}
