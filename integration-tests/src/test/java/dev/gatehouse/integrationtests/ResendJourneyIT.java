package dev.gatehouse.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@OnOneMachine
class ResendJourneyIT {
  private final SignUpClient client;
  private final Inbox inbox;
  private final Person person = Person.anybody();

  ResendJourneyIT(Machine machine) {
    this.client = new SignUpClient(machine);
    this.inbox = new Inbox(machine);
  }

  @Test
  void theNewestCodeConfirms() {
    client.signUp(person);
    Answer resent = client.resend(person);
    assertThat(resent.status()).as(resent.body()).isEqualTo(202);
    assertThat(resent.json().getAsJsonObject("user").has("CodeDeliveryDetails")).isTrue();
    assertThat(inbox.mailsTo(person)).hasSize(2);
    assertThat(client.validate(person, inbox.codeFor(person)).status()).isEqualTo(200);
  }

  @Test
  void anUnknownPersonGetsTheSameAnswerAndNoMail() {
    Answer resent = client.resend(person);
    assertThat(resent.status()).as(resent.body()).isEqualTo(202);
    assertThat(resent.json().getAsJsonObject("user").has("CodeDeliveryDetails")).isTrue();
    assertThat(inbox.mailsTo(person)).isEmpty();
  }

  @Test
  void theSixthResendWithinAnHourIsTooMany() {
    client.signUp(person);
    for (int resend = 1; resend <= 5; resend++) {
      assertThat(client.resend(person).status()).isEqualTo(202);
    }
    Answer sixth = client.resend(person);
    assertThat(sixth.status()).as(sixth.body()).isEqualTo(429);
    assertThat(sixth.headers().firstValue("Retry-After")).isPresent();
  }
}
