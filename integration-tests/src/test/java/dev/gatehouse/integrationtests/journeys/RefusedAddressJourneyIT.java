package dev.gatehouse.integrationtests.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.integrationtests.clients.ApiClient;
import dev.gatehouse.integrationtests.clients.AwsAccount;
import dev.gatehouse.integrationtests.clients.Inbox;
import dev.gatehouse.integrationtests.clients.SignUpUser;
import dev.gatehouse.integrationtests.clients.TextResponse;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.emulator.WithLocalEmulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

@WithLocalEmulator
class RefusedAddressJourneyIT {
  private final ApiClient client;
  private final AwsAccount account;
  private final Inbox inbox;

  RefusedAddressJourneyIT(LocalEmulator emulator) {
    this.client = new ApiClient(emulator);
    this.account = new AwsAccount(emulator);
    this.inbox = new Inbox(emulator);
  }

  @ParameterizedTest
  @CsvSource({
    "jane..doe@example.com, EMAIL_INVALID",
    ".jane@example.com, EMAIL_INVALID",
    "jane@-example.com, EMAIL_INVALID",
    "jane@example.123, EMAIL_INVALID",
    "jäne@example.com, EMAIL_UNSUPPORTED",
  })
  void apiNamesTheRuleAndDoesNotEchoTheAddress(String address, String code) {
    TextResponse refused = client.signUp(new SignUpUser(address, "Correct-horse-9"));
    assertThat(refused.status()).as(refused.body()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused.body()).doesNotContain(address, "PreSignUp failed");
  }

  @Test
  void cognitoReturnsItsOwnTextAndCreatesNoUser() {
    SignUpUser refused = new SignUpUser("jane..doe@example.com", "Correct-horse-9");
    assertThat(account.refusal(refused))
        .isEqualTo("PreSignUp failed with error EMAIL_INVALID: Enter a valid email address.");
    assertThatThrownBy(
            () ->
                account
                    .cognito()
                    .adminGetUser(
                        get -> get.userPoolId(account.poolId()).username(refused.email())))
        .isInstanceOf(UserNotFoundException.class);
    assertThat(inbox.mailsTo(refused)).isEmpty();
  }
}
