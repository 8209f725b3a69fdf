package dev.gatehouse.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Is what goes on before a snapshot, where Cognito refuses everything. */
class RehearsalTest {
  private final CognitoOverHttp cognito;
  private final CognitoAccounts accounts;

  RehearsalTest() throws Exception {
    cognito = new CognitoOverHttp();
    cognito.refuses("ResourceNotFoundException", "User pool client priming does not exist.");
    accounts = cognito.accounts(CognitoClient.rehearsal("us-east-1"), "priming");
  }

  @AfterEach
  void stop() {
    cognito.close();
  }

  @Test
  void firstRefusalIsReadAsItIs() {
    assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> accounts.confirm("u", "1"));
    assertThat(cognito.onlyCall().target()).endsWith(".ConfirmSignUp");
  }

  @Test
  void laterOnesAreReadAsSuccess() {
    assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> accounts.confirm("u", "1"));
    accounts.confirm("u", "1");
    Account holder = accounts.holderOf(Tokens.access("priming", "priming"));
    assertThat(holder.sub()).isEqualTo("priming");
    assertThat(holder.attributes()).containsEntry("email", "priming@example.com");
    assertThat(accounts.resend("u")).isNotNull();
    assertThat(cognito.calls()).hasSize(4);
  }
}
