package dev.gatehouse.integrationtests.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.gatehouse.integrationtests.clients.ApiClient;
import dev.gatehouse.integrationtests.clients.AwsAccount;
import dev.gatehouse.integrationtests.clients.Inbox;
import dev.gatehouse.integrationtests.clients.SignUpUser;
import dev.gatehouse.integrationtests.clients.TextResponse;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotConfirmedException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The journey of a user, whatever the stack's settings. */
abstract class SignUpJourneyContract {
  private final ApiClient client;
  private final AwsAccount account;
  private final Inbox inbox;
  private final SignUpUser user = SignUpUser.create();

  SignUpJourneyContract(LocalEmulator emulator) {
    this.client = new ApiClient(emulator);
    this.account = new AwsAccount(emulator);
    this.inbox = new Inbox(emulator);
  }

  private String signUp() {
    TextResponse created = client.signUp(user);
    assertThat(created.status()).as(created.body()).isEqualTo(202);
    return created.json().getAsJsonObject("user").get("UserSub").getAsString();
  }

  private String confirmed() {
    String sub = signUp();
    assertThat(client.validate(user, inbox.codeFor(user)).status()).isEqualTo(200);
    return sub;
  }

  @Test
  void signUpReturnsTheMaskedDestinationOfTheCode() {
    JsonObject created = client.signUp(user).json().getAsJsonObject("user");
    assertThat(created.get("UserConfirmed").getAsBoolean()).isFalse();
    assertThat(created.getAsJsonObject("CodeDeliveryDetails").toString())
        .contains("\"AttributeName\":\"email\"", "\"DeliveryMedium\":\"EMAIL\"", "j***@e***");
  }

  @Test
  void mailHasOneCodeAndNothingOfTheRequest() {
    signUp();
    String code = inbox.codeFor(user);
    List<JsonObject> mails = inbox.mailsTo(user);
    assertThat(mails).hasSize(1);
    assertThat(Inbox.html(mails.getFirst())).contains(code).doesNotContain("{####}", user.email());
  }

  @Test
  void unconfirmedUserHasNoRowAndCannotSignIn() {
    String sub = signUp();
    assertThat(account.row(sub)).isEmpty();
    assertThatThrownBy(() -> account.signIn(user)).isInstanceOf(UserNotConfirmedException.class);
  }

  @Test
  void confirmedUserHasARow() {
    String sub = confirmed();
    assertThat(account.row(sub))
        .containsEntry("email", AttributeValue.fromS(user.email()))
        .containsEntry("emailVerified", AttributeValue.fromBool(true))
        .containsEntry("userPoolId", AttributeValue.fromS(account.poolId()))
        .containsEntry("version", AttributeValue.fromN("1"))
        .containsKeys("createdAt", "confirmedAt", "updatedAt", "userName");
  }

  @Test
  void profileIsReadWithTheAccessTokenInTheHeader() {
    String sub = confirmed();
    TextResponse profile = client.profile(account.signIn(user).accessToken());
    assertThat(profile.status()).as(profile.body()).isEqualTo(200);
    assertThat(profile.json().getAsJsonObject("profile").get("sub").getAsString()).isEqualTo(sub);
    assertThat(profile.json().getAsJsonObject("profile").get("email").getAsString())
        .isEqualTo(user.email());
  }

  @Test
  void profileIsReadWithTheAccessTokenInTheBodyWhichIsNotEchoed() {
    confirmed();
    String token = account.signIn(user).accessToken();
    TextResponse byBody = client.profileByBody(token);
    assertThat(byBody.status()).as(byBody.body()).isEqualTo(200);
    assertThat(byBody.json()).isEqualTo(client.profile(token).json());
    assertThat(byBody.body()).doesNotContain(token);
  }

  @Test
  void wrongCodeConfirmsNoUser() {
    String sub = signUp();
    String wrong = inbox.codeFor(user).equals("111111") ? "222222" : "111111";
    assertThat(client.validate(user, wrong).status()).isEqualTo(400);
    assertThat(account.row(sub)).isEmpty();
  }

  @Test
  void secondSignUpOfTheSameAddressInOtherCaseIsAConflict() {
    confirmed();
    SignUpUser shouting =
        new SignUpUser(user.email().toUpperCase(java.util.Locale.ROOT), user.password());
    assertThat(client.signUp(shouting).status()).isEqualTo(409);
  }
}
