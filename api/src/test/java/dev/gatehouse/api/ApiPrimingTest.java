package dev.gatehouse.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.api.cognito.CognitoClient;
import dev.gatehouse.api.cognito.CognitoUserPool;
import dev.gatehouse.api.http.RequestRefused;
import dev.gatehouse.api.testing.FakeCognito;
import dev.gatehouse.api.testing.TestTokens;
import dev.gatehouse.users.CognitoUser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The client of priming, while Cognito refuses every request. */
class ApiPrimingTest {
  private final FakeCognito cognito;
  private final CognitoUserPool pool;

  ApiPrimingTest() throws Exception {
    cognito = new FakeCognito();
    cognito.refuses("ResourceNotFoundException", "User pool client priming does not exist.");
    pool = cognito.pool(CognitoClient.forPriming("us-east-1"), "priming");
  }

  @AfterEach
  void stop() {
    cognito.close();
  }

  @Test
  void firstRefusalIsPassedOn() {
    assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> pool.confirmSignUp("u", "1"));
    assertThat(cognito.onlyCall().target()).endsWith(".ConfirmSignUp");
  }

  @Test
  void laterRefusalsAreReplacedByCannedResponses() {
    assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> pool.confirmSignUp("u", "1"));
    pool.confirmSignUp("u", "1");
    CognitoUser user = pool.getUser(TestTokens.access("priming", "priming"));
    assertThat(user.sub()).isEqualTo("priming");
    assertThat(user.attributes()).containsEntry("email", "priming@example.com");
    assertThat(pool.resendConfirmationCode("u")).isNotNull();
    assertThat(cognito.calls()).hasSize(4);
  }
}
