package dev.gatehouse.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@OnOneMachine
class ForgottenPasswordJourneyIT {
  private final SignUpClient client;
  private final Account account;
  private final Inbox inbox;
  private final Person person = Person.anybody();
  private String sub = "";

  ForgottenPasswordJourneyIT(Machine machine) {
    this.client = new SignUpClient(machine);
    this.account = new Account(machine);
    this.inbox = new Inbox(machine);
  }

  @BeforeEach
  void aConfirmedPerson() {
    sub = client.signUp(person).json().getAsJsonObject("user").get("UserSub").getAsString();
    assertThat(client.validate(person, inbox.codeFor(person)).status()).isEqualTo(200);
    account
        .cognito()
        .forgotPassword(forgot -> forgot.clientId(account.clientId()).username(person.email()));
  }

  private void reset(String code, String password) {
    account
        .cognito()
        .confirmForgotPassword(reset ->
            reset
                .clientId(account.clientId())
                .username(person.email())
                .confirmationCode(code)
                .password(password));
  }

  @Test
  void theCodeSetsANewPasswordAndTheOldOneIsGone() {
    Person renewed = new Person(person.email(), "Another-horse-7");
    reset(inbox.codeFor(person), renewed.password());
    assertThat(account.signIn(renewed).accessToken()).isNotBlank();
    assertThatThrownBy(() -> account.signIn(person)).isInstanceOf(NotAuthorizedException.class);
  }

  @Test
  void theRowStaysAsItWas() {
    Map<String, AttributeValue> before = account.row(sub);
    reset(inbox.codeFor(person), "Another-horse-7");
    assertThat(account.row(sub)).isNotEmpty().isEqualTo(before);
  }

  @Test
  void aWrongCodeChangesNothing() {
    String wrong = inbox.codeFor(person).equals("111111") ? "222222" : "111111";
    assertThatThrownBy(() -> reset(wrong, "Another-horse-7"))
        .isInstanceOf(CodeMismatchException.class);
    assertThat(account.signIn(person).accessToken()).isNotBlank();
  }

  @Test
  void theMailIsWordedForAReset() {
    assertThat(inbox.mailsTo(person).getLast().get("Subject").getAsString())
        .isNotEqualTo(inbox.mailsTo(person).getFirst().get("Subject").getAsString());
  }
}
