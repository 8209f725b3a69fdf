package dev.gatehouse.integrationtests.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.integrationtests.clients.ApiClient;
import dev.gatehouse.integrationtests.clients.AwsAccount;
import dev.gatehouse.integrationtests.clients.Inbox;
import dev.gatehouse.integrationtests.clients.SignUpUser;
import dev.gatehouse.integrationtests.clients.TextResponse;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What reconcile finds: a missing row, a damaged one, a dead letter, and what it removes. */
final class ReconcileJourney {
  private static final String FUNCTION = "gatehouse-local-reconcile";

  /** What only a stack whose reconcile removes something grants. */
  private static final Set<String> REMOVALS =
      Set.of("cognito-idp:AdminDeleteUser", "dynamodb:DeleteItem", "s3:DeleteObject");

  private final AccountPolicies policies;
  private final DeferredUsers deferredUsers;
  private final ApiClient api;
  private final AwsAccount account;
  private final Inbox inbox;

  ReconcileJourney(LocalEmulator emulator, AccountPolicies policies, DeferredUsers deferredUsers) {
    this.policies = policies;
    this.deferredUsers = deferredUsers;
    this.api = new ApiClient(emulator);
    this.account = new AwsAccount(emulator);
    this.inbox = new Inbox(emulator);
  }

  /** Lets reconcile do what it needs an action for; what is refused is asserted later. */
  void playWithout(String action, String subOfTheMissingRow) {
    String damaged = confirmed(SignUpUser.create());
    Map<String, AttributeValue> row = new HashMap<>(account.row(damaged));
    row.remove("email");
    account.putRow(row);
    account.deleteRow(subOfTheMissingRow);
    deferredUsers.addDeadLetter();
    if (REMOVALS.contains(action)) {
      SignUpUser gone = SignUpUser.create();
      assertThat(confirmed(gone)).isNotEmpty();
      account
          .cognito()
          .adminDeleteUser(delete -> delete.userPoolId(account.poolId()).username(gone.email()));
      assertThat(api.signUp(SignUpUser.create()).status()).as("never confirmed").isEqualTo(202);
    }
    // Twice, since the first run may continue a pass that broke off behind the users.
    for (int i = 0; i < 2; i++) {
      TextResponse result = policies.invoke(FUNCTION, "{}");
      assertThat(result.status()).as(result.body()).isEqualTo(200);
    }
  }

  private String confirmed(SignUpUser user) {
    TextResponse created = api.signUp(user);
    assertThat(created.status()).as(created.body()).isEqualTo(202);
    assertThat(api.validate(user, inbox.codeFor(user)).status()).isEqualTo(200);
    return created.json().getAsJsonObject("user").get("UserSub").getAsString();
  }
}
