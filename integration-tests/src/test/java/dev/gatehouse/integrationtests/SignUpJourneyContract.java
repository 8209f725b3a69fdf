package dev.gatehouse.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotConfirmedException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The journey of a person, whatever the account is made of. */
abstract class SignUpJourneyContract {
  private final SignUpClient client;
  private final Account account;
  private final Inbox inbox;
  private final Person person = Person.anybody();

  SignUpJourneyContract(Machine machine) {
    this.client = new SignUpClient(machine);
    this.account = new Account(machine);
    this.inbox = new Inbox(machine);
  }

  private String signUp() {
    Answer created = client.signUp(person);
    assertThat(created.status()).as(created.body()).isEqualTo(202);
    return created.json().getAsJsonObject("user").get("UserSub").getAsString();
  }

  private String confirmed() {
    String sub = signUp();
    assertThat(client.validate(person, inbox.codeFor(person)).status()).isEqualTo(200);
    return sub;
  }

  @Test
  void signUpTellsWhereTheCodeWentWithoutTellingTheAddress() {
    JsonObject user = client.signUp(person).json().getAsJsonObject("user");
    assertThat(user.get("UserConfirmed").getAsBoolean()).isFalse();
    assertThat(user.getAsJsonObject("CodeDeliveryDetails").toString())
        .contains("\"AttributeName\":\"email\"", "\"DeliveryMedium\":\"EMAIL\"", "j***@e***");
  }

  @Test
  void theMailCarriesOneCodeAndNothingOfTheRequest() {
    signUp();
    String code = inbox.codeFor(person);
    List<JsonObject> mails = inbox.mailsTo(person);
    assertThat(mails).hasSize(1);
    assertThat(Inbox.html(mails.getFirst()))
        .contains(code)
        .doesNotContain("{####}", person.email());
  }

  @Test
  void anUnconfirmedUserHasNoRowAndCannotSignIn() {
    String sub = signUp();
    assertThat(account.row(sub)).isEmpty();
    assertThatThrownBy(() -> account.signIn(person)).isInstanceOf(UserNotConfirmedException.class);
  }

  @Test
  void aConfirmedUserHasARow() {
    String sub = confirmed();
    assertThat(account.row(sub))
        .containsEntry("email", AttributeValue.fromS(person.email()))
        .containsEntry("emailVerified", AttributeValue.fromBool(true))
        .containsEntry("userPoolId", AttributeValue.fromS(account.poolId()))
        .containsEntry("version", AttributeValue.fromN("1"))
        .containsKeys("createdAt", "confirmedAt", "updatedAt", "userName");
  }

  @Test
  void theProfileIsReadWithTheAccessTokenInTheHeader() {
    String sub = confirmed();
    Answer profile = client.profile(account.signIn(person).accessToken());
    assertThat(profile.status()).as(profile.body()).isEqualTo(200);
    assertThat(profile.json().getAsJsonObject("profile").get("sub").getAsString()).isEqualTo(sub);
    assertThat(profile.json().getAsJsonObject("profile").get("email").getAsString())
        .isEqualTo(person.email());
  }

  @Test
  void theProfileIsReadWithTheAccessTokenInTheBodyAndTheTokenIsNotEchoed() {
    confirmed();
    String token = account.signIn(person).accessToken();
    Answer byBody = client.profileByBody(token);
    assertThat(byBody.status()).as(byBody.body()).isEqualTo(200);
    assertThat(byBody.json()).isEqualTo(client.profile(token).json());
    assertThat(byBody.body()).doesNotContain(token);
  }

  @Test
  void aWrongCodeConfirmsNobody() {
    String sub = signUp();
    String wrong = inbox.codeFor(person).equals("111111") ? "222222" : "111111";
    assertThat(client.validate(person, wrong).status()).isEqualTo(400);
    assertThat(account.row(sub)).isEmpty();
  }

  @Test
  void aSecondSignUpOfTheSameAddressInOtherCaseIsAConflict() {
    confirmed();
    Person shouting =
        new Person(person.email().toUpperCase(java.util.Locale.ROOT), person.password());
    assertThat(client.signUp(shouting).status()).isEqualTo(409);
  }
}
