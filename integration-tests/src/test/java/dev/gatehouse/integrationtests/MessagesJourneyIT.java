package dev.gatehouse.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserLambdaValidationException;

/** Cognito sends the mails, and a function words them. */
@OnOneMachine
class MessagesJourneyIT extends MessagesContract {

  MessagesJourneyIT(Machine machine) {
    super(machine);
  }

  @Test
  void mailToAnAddressThatTheRulesRefuseIsNotWorded() {
    signUp(Map.of(), Map.of());
    confirm(inbox.awaitMail(person, 1));
    assertThatThrownBy(() -> changeAddress("jane..doe@example.com"))
        .isInstanceOf(UserLambdaValidationException.class)
        .hasMessageContaining("CustomMessage failed with error EMAIL_INVALID");
    assertThat(account.signIn(person).accessToken()).isNotBlank();
  }
}
