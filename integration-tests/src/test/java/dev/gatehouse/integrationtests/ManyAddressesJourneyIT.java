package dev.gatehouse.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where mailboxes are not asked for, each address may have an account of its own. */
@OnOneMachine
class ManyAddressesJourneyIT {
  private final SignUpClient client;
  private final Inbox inbox;

  ManyAddressesJourneyIT(Machine machine) {
    this.client = new SignUpClient(machine);
    this.inbox = new Inbox(machine);
  }

  @Test
  void oneMailboxMayHaveAsManyAccountsAsAddresses() {
    Person jane = Person.anybody();
    Person tagged = jane.tagged("second");
    join(jane);
    join(tagged);
    assertThat(client.signUp(jane).status()).as("the very same address").isEqualTo(409);
  }

  private void join(Person person) {
    Answer created = client.signUp(person);
    assertThat(created.status()).as(created.body()).isEqualTo(202);
    assertThat(client.validate(person, inbox.codeFor(person)).status()).isEqualTo(200);
  }
}
