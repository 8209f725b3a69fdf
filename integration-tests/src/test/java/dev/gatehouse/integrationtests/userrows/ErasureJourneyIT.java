package dev.gatehouse.integrationtests.userrows;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.gatehouse.integrationtests.clients.ApiClient;
import dev.gatehouse.integrationtests.clients.AwsAccount;
import dev.gatehouse.integrationtests.clients.FunctionInvoker;
import dev.gatehouse.integrationtests.clients.Inbox;
import dev.gatehouse.integrationtests.clients.SignUpUser;
import dev.gatehouse.integrationtests.clients.TextResponse;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.emulator.WithLocalEmulator;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The erasure of users, by themselves and by an administrator. */
@WithLocalEmulator
class ErasureJourneyIT {
  private final ApiClient client;
  private final AwsAccount account;
  private final Inbox inbox;
  private final FunctionInvoker functions;
  private final SignUpUser user = SignUpUser.create();

  ErasureJourneyIT(LocalEmulator emulator) {
    this.client = new ApiClient(emulator);
    this.account = new AwsAccount(emulator);
    this.inbox = new Inbox(emulator);
    this.functions = new FunctionInvoker(emulator);
  }

  private String signUpAndConfirm() {
    TextResponse created = client.signUp(user);
    assertThat(created.status()).as(created.body()).isEqualTo(202);
    assertThat(client.validate(user, inbox.codeFor(user)).status()).isEqualTo(200);
    return created.json().getAsJsonObject("user").get("UserSub").getAsString();
  }

  @Test
  void erasedUserIsGoneAndTheAddressMaySignUpAgain() throws Exception {
    String sub = signUpAndConfirm();
    String token = account.signIn(user).accessToken();

    assertThat(client.deleteUser(token).status()).isEqualTo(204);
    assertThat(account.row(sub)).isEmpty();
    assertThat(account.row("erased#" + sub)).containsKey("tombstoneExpiresAt");
    assertThat(client.profile(token).status()).isEqualTo(401);
    assertThat(client.deleteUser(token).status()).as("repeated").isEqualTo(204);

    functions.invoke("deferred-users", lateMessage(sub));
    assertThat(account.row(sub)).as("after a late message").isEmpty();

    String again = signUpAndConfirm();
    assertThat(again).isNotEqualTo(sub);
    assertThat(account.row(again)).containsEntry("email", AttributeValue.fromS(user.email()));
    assertThat(account.row(sub)).isEmpty();
  }

  @Test
  void administratorErasesAUserBySub() throws Exception {
    String sub = signUpAndConfirm();
    JsonObject request = new JsonObject();
    request.addProperty("sub", sub);

    JsonObject removed = functions.invoke("erase", request);
    assertThat(removed.get("row").getAsBoolean()).isTrue();
    assertThat(removed.get("user").getAsBoolean()).isTrue();
    assertThat(account.row(sub)).isEmpty();
    assertThat(functions.invoke("erase", request).get("user").getAsBoolean()).isFalse();
  }

  @Test
  void erasureNeedsTheUsersOwnAccessToken() {
    String sub = signUpAndConfirm();
    assertThat(client.deleteUser("x").status()).isEqualTo(401);
    assertThat(client.deleteUser(account.signIn(user).idToken()).status()).isEqualTo(401);
    assertThat(account.row(sub)).isNotEmpty();
  }

  /** Returns an event with the message that PostConfirmation would have queued. */
  private JsonObject lateMessage(String sub) {
    JsonObject row = new JsonObject();
    row.addProperty("sub", sub);
    row.addProperty("email", user.email());
    row.addProperty("emailVerified", true);
    for (String time : new String[] {"createdAt", "confirmedAt", "updatedAt"}) {
      row.addProperty(time, "2026-01-02T03:04:05Z");
    }
    row.addProperty("userName", sub);
    row.addProperty("userPoolId", account.poolId());
    row.addProperty("version", 1);
    JsonObject message = new JsonObject();
    message.addProperty("messageId", "late");
    message.addProperty("body", row.toString());
    JsonArray records = new JsonArray();
    records.add(message);
    JsonObject event = new JsonObject();
    event.add("Records", records);
    return event;
  }
}
