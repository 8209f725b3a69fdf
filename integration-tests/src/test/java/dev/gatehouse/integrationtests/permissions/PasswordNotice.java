package dev.gatehouse.integrationtests.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.integrationtests.clients.ApiClient;
import dev.gatehouse.integrationtests.clients.AwsAccount;
import dev.gatehouse.integrationtests.clients.Inbox;
import dev.gatehouse.integrationtests.clients.SignUpUser;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;

/**
 * The journey of a forgotten password that is replaced, of which PostConfirmation leaves a message
 * in a queue and the sender of mails writes a notice.
 */
final class PasswordNotice {
  private final AccountPolicies policies;
  private final ApiClient api;
  private final AwsAccount account;
  private final Inbox inbox;
  private final SignUpUser user = SignUpUser.create();

  PasswordNotice(LocalEmulator emulator, AccountPolicies policies) {
    this.policies = policies;
    this.api = new ApiClient(emulator);
    this.account = new AwsAccount(emulator);
    this.inbox = new Inbox(emulator);
  }

  /** Replaces the password and asserts that an action of a role is refused. */
  void playWithout(String action, RoleGrant grant) throws InterruptedException {
    assertThat(api.signUp(user).status()).isEqualTo(202);
    assertThat(api.validate(user, inbox.codeFor(user)).status()).isEqualTo(200);
    // Lambda's poller asks for its permissions again after a second.
    Thread.sleep(DeferredUsers.POLL);
    replacePassword();
    policies.awaitRefused(grant);
    if (!action.equals("sqs:DeleteMessage")) {
      assertThat(inbox.mailsTo(user)).as("no notice").hasSize(2);
    }
  }

  private void replacePassword() {
    account
        .cognito()
        .forgotPassword(forgot -> forgot.clientId(account.clientId()).username(user.email()));
    String code = Inbox.code(inbox.awaitMail(user, 2));
    account
        .cognito()
        .confirmForgotPassword(
            confirm ->
                confirm
                    .clientId(account.clientId())
                    .username(user.email())
                    .confirmationCode(code)
                    .password("Another-horse-9"));
  }
}
