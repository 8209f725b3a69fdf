package dev.gatehouse.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserLambdaValidationException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

@OnOneMachine
class RefusedAddressJourneyIT {
  private final SignUpClient client;
  private final Account account;
  private final Inbox inbox;

  RefusedAddressJourneyIT(Machine machine) {
    this.client = new SignUpClient(machine);
    this.account = new Account(machine);
    this.inbox = new Inbox(machine);
  }

  @ParameterizedTest
  @CsvSource({
    "jane..doe@example.com, EMAIL_INVALID",
    ".jane@example.com, EMAIL_INVALID",
    "jane@-example.com, EMAIL_INVALID",
    "jane@example.123, EMAIL_INVALID",
    "jäne@example.com, EMAIL_UNSUPPORTED",
  })
  void theApiSaysWhichRuleRefusedAndEchoesNothing(String address, String code) {
    Answer refused = client.signUp(new Person(address, "Correct-horse-9"));
    assertThat(refused.status()).as(refused.body()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused.body()).doesNotContain(address, "PreSignUp failed");
  }

  @Test
  void cognitoSaysItInItsOwnWordsAndKeepsNobody() {
    Person refused = new Person("jane..doe@example.com", "Correct-horse-9");
    assertThatThrownBy(() ->
            account
                .cognito()
                .signUp(signUp ->
                    signUp
                        .clientId(account.clientId())
                        .username(refused.email())
                        .password(refused.password())))
        .isInstanceOfSatisfying(
            UserLambdaValidationException.class,
            e ->
                assertThat(e.awsErrorDetails().errorMessage())
                    .isEqualTo(
                        "PreSignUp failed with error EMAIL_INVALID: Enter a valid email address."));
    assertThatThrownBy(() ->
            account
                .cognito()
                .adminGetUser(get -> get.userPoolId(account.poolId()).username(refused.email())))
        .isInstanceOf(UserNotFoundException.class);
    assertThat(inbox.mailsTo(refused)).isEmpty();
  }
}
