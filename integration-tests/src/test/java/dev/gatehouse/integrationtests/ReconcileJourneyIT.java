package dev.gatehouse.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@OnOneMachine
class ReconcileJourneyIT {
  private static final String TEMPORARY = "Temporary-7-horse";

  private final SignUpClient client;
  private final Account account;
  private final Inbox inbox;
  private final Functions functions;
  private final Person person = Person.anybody();

  ReconcileJourneyIT(Machine machine) {
    this.client = new SignUpClient(machine);
    this.account = new Account(machine);
    this.inbox = new Inbox(machine);
    this.functions = new Functions(machine);
  }

  private JsonObject reconcile(JsonObject input) throws IOException, InterruptedException {
    return functions.invoke("reconcile", input);
  }

  private JsonObject reconcile() throws IOException, InterruptedException {
    JsonObject answer = reconcile(new JsonObject());
    assertThat(answer.get("done").getAsBoolean()).as(answer.toString()).isTrue();
    assertThat(answer.get("failed").getAsLong()).isZero();
    return answer;
  }

  private String signUp(Person somebody) {
    Answer created = client.signUp(somebody);
    assertThat(created.status()).as(created.body()).isEqualTo(202);
    return created.json().getAsJsonObject("user").get("UserSub").getAsString();
  }

  private String join(Person somebody) {
    String sub = signUp(somebody);
    assertThat(client.validate(somebody, inbox.codeFor(somebody)).status()).isEqualTo(200);
    return sub;
  }

  @Test
  void lostRowsComeBackAndTheOthersStay() throws Exception {
    Person other = Person.anybody();
    String lost = join(person);
    String kept = join(other);
    client.change(account.signIn(other).accessToken(), "{\"givenName\":\"Jane\"}");
    Map<String, AttributeValue> before = account.row(kept);
    account.deleteRow(lost);

    JsonObject answer = reconcile();

    assertThat(answer.get("written").getAsLong()).isPositive();
    assertThat(account.row(lost))
        .containsEntry("email", AttributeValue.fromS(person.email()))
        .containsEntry("emailVerified", AttributeValue.fromBool(true))
        .containsEntry("version", AttributeValue.fromN("1"))
        .containsEntry(
            "createdAt", AttributeValue.fromS(inThePool(person).userCreateDate().toString()));
    assertThat(account.row(kept)).isEqualTo(before);
    assertThat(reconcile().get("written").getAsLong()).isZero();
  }

  @Test
  void whoWasInvitedGetsARowOnceTheyHaveSignedIn() throws Exception {
    account
        .cognito()
        .adminCreateUser(create ->
            create
                .userPoolId(account.poolId())
                .username(person.email())
                .temporaryPassword(TEMPORARY)
                .messageAction(MessageActionType.SUPPRESS));
    String sub = inThePool(person).username();
    reconcile();
    assertThat(account.row(sub)).as("nobody has come yet").isEmpty();

    signInForTheFirstTime(person);
    assertThat(account.row(sub)).as("no trigger runs").isEmpty();
    reconcile();

    assertThat(account.row(sub)).containsEntry("email", AttributeValue.fromS(person.email()));
  }

  @Test
  void whoHasNotTypedTheCodeGetsNoRow() throws Exception {
    String sub = signUp(person);
    reconcile();
    assertThat(account.row(sub)).isEmpty();
  }

  @Test
  void callGoesOnAtThePageThatItIsGiven() throws Exception {
    join(person);
    join(Person.anybody());
    String token =
        account
            .cognito()
            .listUsers(list -> list.userPoolId(account.poolId()).limit(1))
            .paginationToken();
    JsonObject stopped = new JsonObject();
    stopped.addProperty("done", false);
    stopped.addProperty("paginationToken", token);
    long all = reconcile().get("seen").getAsLong();
    JsonObject rest = reconcile(stopped);
    assertThat(rest.get("done").getAsBoolean()).isTrue();
    assertThat(rest.get("seen").getAsLong()).isEqualTo(all - 1);
  }

  private AdminGetUserResponse inThePool(Person somebody) {
    return account
        .cognito()
        .adminGetUser(get -> get.userPoolId(account.poolId()).username(somebody.email()));
  }

  private void signInForTheFirstTime(Person invited) {
    InitiateAuthResponse asked =
        account
            .cognito()
            .initiateAuth(auth ->
                auth.authFlow("USER_PASSWORD_AUTH")
                    .clientId(account.clientId())
                    .authParameters(Map.of("USERNAME", invited.email(), "PASSWORD", TEMPORARY)));
    assertThat(asked.challengeName()).isEqualTo(ChallengeNameType.NEW_PASSWORD_REQUIRED);
    account
        .cognito()
        .respondToAuthChallenge(respond ->
            respond
                .clientId(account.clientId())
                .challengeName(ChallengeNameType.NEW_PASSWORD_REQUIRED)
                .session(asked.session())
                .challengeResponses(
                    Map.of("USERNAME", invited.email(), "NEW_PASSWORD", invited.password())));
  }
}
