package dev.gatehouse.integrationtests.userrows;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.integrationtests.clients.ApiClient;
import dev.gatehouse.integrationtests.clients.AwsAccount;
import dev.gatehouse.integrationtests.clients.FunctionInvoker;
import dev.gatehouse.integrationtests.clients.Inbox;
import dev.gatehouse.integrationtests.clients.SignUpUser;
import dev.gatehouse.integrationtests.clients.TextResponse;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.emulator.WithLocalEmulator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Rows that another tool has damaged, read and repaired by the functions as deployed. */
@WithLocalEmulator
class DamagedRowJourneyIT {
  private final ApiClient client;
  private final AwsAccount account;
  private final Inbox inbox;
  private final FunctionInvoker functions;
  private final SignUpUser user = SignUpUser.create();

  DamagedRowJourneyIT(LocalEmulator emulator) {
    this.client = new ApiClient(emulator);
    this.account = new AwsAccount(emulator);
    this.inbox = new Inbox(emulator);
    this.functions = new FunctionInvoker(emulator);
  }

  @Test
  void everyDamagedAttributeIsRepairedByTheProfileRoutesAndByReconcile() throws Exception {
    TextResponse created = client.signUp(user);
    String sub = created.json().getAsJsonObject("user").get("UserSub").getAsString();
    assertThat(client.validate(user, inbox.codeFor(user)).status()).isEqualTo(200);
    String token = account.signIn(user).accessToken();
    client.changeProfile(token, "{\"locale\":\"de\",\"givenName\":\"Jane\",\"familyName\":\"D\"}");
    Map<String, AttributeValue> intact = account.row(sub);
    assertThat(intact).hasSize(13);

    for (String attribute : List.copyOf(intact.keySet())) {
      // A row without the second has the first as its user's id: nothing is damaged.
      if (!attribute.equals("sub") && !attribute.equals("userId")) {
        account.putRow(damaged(intact, attribute));
        assertThat(client.profile(token).status()).as("GET without " + attribute).isEqualTo(200);
        assertIsRepaired(sub, intact);
        account.putRow(damaged(intact, attribute));
        assertThat(client.changeProfile(token, "{\"givenName\":\"Jane\"}").status())
            .as("PATCH without " + attribute)
            .isEqualTo(200);
        assertIsRepaired(sub, intact);
      }
    }
    account.putRow(damaged(intact, "version"));
    JsonObject result = functions.invoke("reconcile", new JsonObject());
    assertThat(result.get("repaired").getAsLong()).isPositive();
    assertIsRepaired(sub, intact);
  }

  private static Map<String, AttributeValue> damaged(
      Map<String, AttributeValue> row, String attribute) {
    Map<String, AttributeValue> damaged = new HashMap<>(row);
    damaged.put(attribute, AttributeValue.fromL(List.of()));
    return damaged;
  }

  private void assertIsRepaired(String sub, Map<String, AttributeValue> intact) {
    Map<String, AttributeValue> row = account.row(sub);
    assertThat(row.keySet()).isEqualTo(intact.keySet());
    intact.forEach(
        (name, value) ->
            assertThat(row)
                .hasEntrySatisfying(name, it -> assertThat(it.type()).isEqualTo(value.type())));
    assertThat(row).containsEntry("email", intact.get("email"));
    assertThat(row).containsEntry("locale", intact.get("locale"));
  }
}
