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
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@WithLocalEmulator
class ReconcileJourneyIT {
  private static final String TEMPORARY = "Temporary-7-horse";

  private final ApiClient client;
  private final AwsAccount account;
  private final Inbox inbox;
  private final FunctionInvoker functions;
  private final SignUpUser user = SignUpUser.create();

  ReconcileJourneyIT(LocalEmulator emulator) {
    this.client = new ApiClient(emulator);
    this.account = new AwsAccount(emulator);
    this.inbox = new Inbox(emulator);
    this.functions = new FunctionInvoker(emulator);
  }

  private JsonObject reconcile(JsonObject input) throws IOException, InterruptedException {
    return functions.invoke("reconcile", input);
  }

  private JsonObject reconcile() throws IOException, InterruptedException {
    JsonObject result = reconcile(new JsonObject());
    assertThat(result.get("done").getAsBoolean()).as(result.toString()).isTrue();
    assertThat(result.get("failed").getAsLong()).isZero();
    return result;
  }

  private String signUp(SignUpUser user) {
    TextResponse created = client.signUp(user);
    assertThat(created.status()).as(created.body()).isEqualTo(202);
    return created.json().getAsJsonObject("user").get("UserSub").getAsString();
  }

  private String signUpAndConfirm(SignUpUser user) {
    String sub = signUp(user);
    assertThat(client.validate(user, inbox.codeFor(user)).status()).isEqualTo(200);
    return sub;
  }

  @Test
  void missingRowsAreWrittenAndOthersAreUnchanged() throws Exception {
    SignUpUser other = SignUpUser.create();
    String lost = signUpAndConfirm(user);
    String kept = signUpAndConfirm(other);
    client.changeProfile(account.signIn(other).accessToken(), "{\"givenName\":\"Jane\"}");
    Map<String, AttributeValue> before = account.row(kept);
    account.deleteRow(lost);

    JsonObject result = reconcile();

    assertThat(result.get("written").getAsLong()).isPositive();
    assertThat(account.row(lost))
        .containsEntry("email", AttributeValue.fromS(user.email()))
        .containsEntry("emailVerified", AttributeValue.fromBool(true))
        .containsEntry("version", AttributeValue.fromN("1"))
        .containsEntry(
            "createdAt", AttributeValue.fromS(inThePool(user).userCreateDate().toString()));
    assertThat(account.row(kept)).isEqualTo(before);
    assertThat(reconcile().get("written").getAsLong()).isZero();
  }

  @Test
  void invitedUserGetsARowAfterTheFirstSignIn() throws Exception {
    account
        .cognito()
        .adminCreateUser(
            create ->
                create
                    .userPoolId(account.poolId())
                    .username(user.email())
                    .temporaryPassword(TEMPORARY)
                    .messageAction(MessageActionType.SUPPRESS));
    String sub = inThePool(user).username();
    reconcile();
    assertThat(account.row(sub)).as("not signed in yet").isEmpty();

    signInForTheFirstTime(user);
    assertThat(account.row(sub)).as("Cognito runs no trigger").isEmpty();
    reconcile();

    assertThat(account.row(sub)).containsEntry("email", AttributeValue.fromS(user.email()));
  }

  @Test
  void unconfirmedUserGetsNoRow() throws Exception {
    String sub = signUp(user);
    reconcile();
    assertThat(account.row(sub)).isEmpty();
  }

  @Test
  void callWithTheLastResultBeginsAnotherPassAndThatOfTheScheduleDoesNot() throws Exception {
    signUpAndConfirm(user);
    JsonObject result = reconcile();
    assertThat(reconcile(result).get("seen").getAsLong()).isEqualTo(result.get("seen").getAsLong());
    JsonObject continued = new JsonObject();
    continued.addProperty("begin", false);
    assertThat(reconcile(continued).get("seen").getAsLong()).isZero();
  }

  private AdminGetUserResponse inThePool(SignUpUser user) {
    return account
        .cognito()
        .adminGetUser(get -> get.userPoolId(account.poolId()).username(user.email()));
  }

  private void signInForTheFirstTime(SignUpUser invited) {
    InitiateAuthResponse challenge =
        account
            .cognito()
            .initiateAuth(
                auth ->
                    auth.authFlow("USER_PASSWORD_AUTH")
                        .clientId(account.clientId())
                        .authParameters(
                            Map.of("USERNAME", invited.email(), "PASSWORD", TEMPORARY)));
    assertThat(challenge.challengeName()).isEqualTo(ChallengeNameType.NEW_PASSWORD_REQUIRED);
    account
        .cognito()
        .respondToAuthChallenge(
            respond ->
                respond
                    .clientId(account.clientId())
                    .challengeName(ChallengeNameType.NEW_PASSWORD_REQUIRED)
                    .session(challenge.session())
                    .challengeResponses(
                        Map.of("USERNAME", invited.email(), "NEW_PASSWORD", invited.password())));
  }
}
