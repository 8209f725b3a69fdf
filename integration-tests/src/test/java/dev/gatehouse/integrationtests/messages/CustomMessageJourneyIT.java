package dev.gatehouse.integrationtests.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.emulator.WithLocalEmulator;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserLambdaValidationException;

/** Mails that Cognito sends with the text of the CustomMessage function. */
@WithLocalEmulator
class CustomMessageJourneyIT extends MessagesContract {

  CustomMessageJourneyIT(LocalEmulator emulator) {
    super(emulator);
  }

  /** Cognito does not escape it. */
  @Override
  String temporaryPassword(String password) {
    return password;
  }

  @Test
  void changeToARefusedAddressFails() {
    signUp(Map.of(), Map.of());
    confirm(inbox.awaitMail(user, 1));
    assertThatThrownBy(() -> changeAddress("jane..doe@example.com"))
        .isInstanceOf(UserLambdaValidationException.class)
        .hasMessageContaining("CustomMessage failed with error EMAIL_INVALID");
    assertThat(account.signIn(user).accessToken()).isNotBlank();
  }
}
