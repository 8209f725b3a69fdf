package dev.gatehouse.integrationtests.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.integrationtests.clients.ApiClient;
import dev.gatehouse.integrationtests.clients.AwsAccount;
import dev.gatehouse.integrationtests.clients.Inbox;
import dev.gatehouse.integrationtests.clients.SignUpUser;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.emulator.WithLocalEmulator;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@WithLocalEmulator
class ForgottenPasswordJourneyIT {
  private final ApiClient client;
  private final AwsAccount account;
  private final Inbox inbox;
  private final SignUpUser user = SignUpUser.create();
  private String sub = "";

  ForgottenPasswordJourneyIT(LocalEmulator emulator) {
    this.client = new ApiClient(emulator);
    this.account = new AwsAccount(emulator);
    this.inbox = new Inbox(emulator);
  }

  @BeforeEach
  void signUpAndForgetThePassword() {
    sub = client.signUp(user).json().getAsJsonObject("user").get("UserSub").getAsString();
    assertThat(client.validate(user, inbox.codeFor(user)).status()).isEqualTo(200);
    account
        .cognito()
        .forgotPassword(forgot -> forgot.clientId(account.clientId()).username(user.email()));
  }

  private void reset(String code, String password) {
    account
        .cognito()
        .confirmForgotPassword(
            reset ->
                reset
                    .clientId(account.clientId())
                    .username(user.email())
                    .confirmationCode(code)
                    .password(password));
  }

  @Test
  void codeSetsANewPasswordInPlaceOfTheOld() {
    SignUpUser renewed = new SignUpUser(user.email(), "Another-horse-7");
    reset(inbox.codeFor(user), renewed.password());
    assertThat(account.signIn(renewed).accessToken()).isNotBlank();
    assertThatThrownBy(() -> account.signIn(user)).isInstanceOf(NotAuthorizedException.class);
  }

  @Test
  void rowStaysUnchanged() {
    Map<String, AttributeValue> before = account.row(sub);
    reset(inbox.codeFor(user), "Another-horse-7");
    assertThat(account.row(sub)).isNotEmpty().isEqualTo(before);
  }

  @Test
  void wrongCodeChangesNothing() {
    String wrong = inbox.codeFor(user).equals("111111") ? "222222" : "111111";
    assertThatThrownBy(() -> reset(wrong, "Another-horse-7"))
        .isInstanceOf(CodeMismatchException.class);
    assertThat(account.signIn(user).accessToken()).isNotBlank();
  }

  @Test
  void mailHasASubjectOfItsOwn() {
    assertThat(inbox.mailsTo(user).getLast().get("Subject").getAsString())
        .isNotEqualTo(inbox.mailsTo(user).getFirst().get("Subject").getAsString());
  }
}
