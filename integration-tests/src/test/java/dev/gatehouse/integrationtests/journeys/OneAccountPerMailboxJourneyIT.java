package dev.gatehouse.integrationtests.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.integrationtests.clients.ApiClient;
import dev.gatehouse.integrationtests.clients.AwsAccount;
import dev.gatehouse.integrationtests.clients.Inbox;
import dev.gatehouse.integrationtests.clients.SignUpUser;
import dev.gatehouse.integrationtests.clients.TextResponse;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.project.Repository;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** One account per mailbox, on the plan of that variant. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneAccountPerMailboxJourneyIT {
  private LocalEmulator emulator;
  private ApiClient client;
  private Inbox inbox;

  @BeforeAll
  void start() {
    emulator = LocalEmulator.start("--plan", Repository.plan("one-account-per-mailbox").toString());
    client = new ApiClient(emulator);
    inbox = new Inbox(emulator);
  }

  @AfterAll
  void stop() {
    emulator.close();
  }

  private void signUp(SignUpUser user) {
    TextResponse created = client.signUp(user);
    assertThat(created.status()).as(created.body()).isEqualTo(202);
  }

  private void confirm(SignUpUser user) {
    TextResponse confirmed = client.validate(user, inbox.codeFor(user));
    assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
  }

  private void assertRefused(SignUpUser user) {
    TextResponse refused = client.signUp(user);
    assertThat(refused.status()).as(refused.body()).isEqualTo(422);
    // Not "taken": the response must not reveal which mailboxes have accounts.
    assertThat(refused.code()).isEqualTo("EMAIL_NOT_ALLOWED");
  }

  @Test
  void anotherAddressOfAMailboxThatHasAnAccountIsRefused() {
    SignUpUser jane = SignUpUser.create();
    signUp(jane);
    confirm(jane);
    assertRefused(jane.tagged("second"));
    assertRefused(new SignUpUser(jane.tagged("x").email().toUpperCase(Locale.ROOT), "Aa345678"));
  }

  @Test
  void mailboxOfAnErasedUserMayBeClaimedAgain() {
    SignUpUser jane = SignUpUser.create();
    signUp(jane);
    confirm(jane);
    String token = new AwsAccount(emulator).signIn(jane).accessToken();
    assertThat(client.deleteUser(token).status()).isEqualTo(204);
    signUp(jane.tagged("again"));
    confirm(jane.tagged("again"));
    assertRefused(jane.tagged("second"));
  }

  @Test
  void subAddressThatConfirmsFirstClaimsTheMailbox() {
    SignUpUser tagged = SignUpUser.create().tagged("first");
    signUp(tagged);
    confirm(tagged);
    assertRefused(new SignUpUser(tagged.email().replace("+first", ""), tagged.password()));
    assertRefused(new SignUpUser(tagged.email().replace("+first", "+second"), tagged.password()));
  }

  @Test
  void unconfirmedSignUpDoesNotClaimTheMailbox() {
    SignUpUser owner = SignUpUser.create();
    signUp(owner.tagged("stranger"));
    signUp(owner);
    confirm(owner);
    assertRefused(owner.tagged("third"));
  }

  @Test
  void twoPendingUsersOfAMailboxMayBothConfirm() {
    SignUpUser owner = SignUpUser.create();
    SignUpUser tagged = owner.tagged("too");
    signUp(owner);
    signUp(tagged);
    confirm(owner);
    // Cognito confirms before PostConfirmation runs: an error would help nobody.
    confirm(tagged);
  }

  /** The plan's reads ask Cognito; the authorizer accepts the tokens until they end. */
  @Test
  void signedOutAndDisabledUsersReadNothingMore() {
    AwsAccount account = new AwsAccount(emulator);
    for (boolean disabled : new boolean[] {true, false}) {
      SignUpUser user = SignUpUser.create();
      signUp(user);
      confirm(user);
      String token = account.signIn(user).accessToken();
      assertThat(client.profile(token).status()).isEqualTo(200);

      if (disabled) {
        account
            .cognito()
            .adminDisableUser(
                disable -> disable.userPoolId(account.poolId()).username(user.email()));
      } else {
        account.cognito().globalSignOut(out -> out.accessToken(token));
      }

      assertThat(client.profile(token).status()).isEqualTo(401);
      assertThat(client.profile(token).code()).isEqualTo("TOKEN_INVALID");
    }
  }

  @Test
  void cognitoRevealsNoMoreThanTheApi() {
    SignUpUser jane = SignUpUser.create();
    signUp(jane);
    confirm(jane);
    assertThat(new AwsAccount(emulator).refusal(jane.tagged("again")))
        .isEqualTo(
            "PreSignUp failed with error EMAIL_NOT_ALLOWED: This email address cannot"
                + " be used to sign up.");
  }
}
