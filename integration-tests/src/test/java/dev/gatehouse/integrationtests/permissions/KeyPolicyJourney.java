package dev.gatehouse.integrationtests.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.integrationtests.clients.ApiClient;
import dev.gatehouse.integrationtests.clients.Inbox;
import dev.gatehouse.integrationtests.clients.SignUpUser;
import dev.gatehouse.integrationtests.clients.TextResponse;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.permissions.PlannedPermissions.KeyPolicyChange;

/** What fails without each statement of the policy of the key that encrypts codes. */
final class KeyPolicyJourney {
  private final PlannedPermissions planned;
  private final AccountPolicies policies;
  private final ApiClient api;
  private final Inbox inbox;

  KeyPolicyJourney(LocalEmulator emulator, PlannedPermissions planned) {
    this.planned = planned;
    this.policies = new AccountPolicies(emulator);
    this.api = new ApiClient(emulator);
    this.inbox = new Inbox(emulator);
  }

  /** Plays the journey of the one that the statement is for. */
  void playWithout(KeyPolicyChange change) throws InterruptedException {
    TextResponse put = policies.putOnKey(change.keyId(), change.changed());
    try {
      switch (change.removed()) {
        case "Administration" -> assertThat(put.body()).contains("MalformedPolicyDocument");
        case "GrantsForThePool" ->
            assertThat(policies.updatePool(planned.poolWithKey()).body())
                .contains("kms:CreateGrant");
        case "CodesForTheSender" -> codeIsNotMailed();
        default -> throw new AssertionError("no journey uses " + change);
      }
    } finally {
      TextResponse restored = policies.putOnKey(change.keyId(), change.original());
      assertThat(restored.status()).as(restored.body()).isEqualTo(200);
    }
  }

  private void codeIsNotMailed() throws InterruptedException {
    policies.forgetRefused();
    SignUpUser recipient = SignUpUser.create();
    assertThat(api.signUp(recipient).status()).isEqualTo(202);
    TimeLimit.await(
        () -> policies.refused().stream().anyMatch(it -> it.action().equals("kms:Decrypt")),
        () -> "nothing needs the key; refused is " + policies.refused());
    assertThat(inbox.mailsTo(recipient)).isEmpty();
  }
}
