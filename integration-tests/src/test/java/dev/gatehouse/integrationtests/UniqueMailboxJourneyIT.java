package dev.gatehouse.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserLambdaValidationException;

/** One account to a mailbox, on the plan of the variant that asks for it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UniqueMailboxJourneyIT {
  private Machine machine;
  private SignUpClient client;
  private Inbox inbox;

  @BeforeAll
  void start() {
    machine =
        Machine.start("--plan", Machine.ROOT.resolve("pulumi/target/plans/unique.json").toString());
    client = new SignUpClient(machine);
    inbox = new Inbox(machine);
  }

  @AfterAll
  void stop() {
    machine.close();
  }

  private void signUp(Person person) {
    Answer created = client.signUp(person);
    assertThat(created.status()).as(created.body()).isEqualTo(202);
  }

  private void confirm(Person person) {
    Answer confirmed = client.validate(person, inbox.codeFor(person));
    assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
  }

  private void assertRefused(Person person) {
    Answer refused = client.signUp(person);
    assertThat(refused.status()).as(refused.body()).isEqualTo(422);
    // Not "taken": whoever asks does not learn whose mailboxes have accounts.
    assertThat(refused.code()).isEqualTo("EMAIL_NOT_ALLOWED");
  }

  @Test
  void anotherAddressOfAMailboxThatHasAnAccountIsRefused() {
    Person jane = Person.anybody();
    signUp(jane);
    confirm(jane);
    assertRefused(jane.tagged("second"));
    assertRefused(new Person(jane.tagged("x").email().toUpperCase(Locale.ROOT), "Aa345678"));
  }

  @Test
  void subAddressThatCameFirstKeepsTheMailbox() {
    Person tagged = Person.anybody().tagged("first");
    signUp(tagged);
    confirm(tagged);
    assertRefused(new Person(tagged.email().replace("+first", ""), tagged.password()));
    assertRefused(new Person(tagged.email().replace("+first", "+second"), tagged.password()));
  }

  @Test
  void strangerWhoCannotReadTheMailBlocksNobody() {
    Person owner = Person.anybody();
    signUp(owner.tagged("stranger"));
    signUp(owner);
    confirm(owner);
    assertRefused(owner.tagged("third"));
  }

  @Test
  void twoWhoBothWaitedMayBothConfirm() {
    Person owner = Person.anybody();
    Person tagged = owner.tagged("too");
    signUp(owner);
    signUp(tagged);
    confirm(owner);
    // Cognito has confirmed before anybody is asked: an error would help no one.
    confirm(tagged);
  }

  @Test
  void cognitoSaysNoMoreThanTheApi() {
    Person jane = Person.anybody();
    signUp(jane);
    confirm(jane);
    Account account = new Account(machine);
    assertThatThrownBy(() ->
            account
                .cognito()
                .signUp(signUp ->
                    signUp
                        .clientId(account.clientId())
                        .username(jane.tagged("again").email())
                        .password(jane.password())))
        .isInstanceOfSatisfying(
            UserLambdaValidationException.class,
            e ->
                assertThat(e.awsErrorDetails().errorMessage())
                    .isEqualTo(
                        "PreSignUp failed with error EMAIL_NOT_ALLOWED: This email address cannot"
                            + " be used to sign up."));
  }
}
