package dev.gatehouse.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@OnOneMachine
class ChangedProfileJourneyIT {
  private final SignUpClient client;
  private final Account account;
  private final Inbox inbox;
  private final Person person = Person.anybody();
  private String sub = "";
  private String token = "";

  ChangedProfileJourneyIT(Machine machine) {
    this.client = new SignUpClient(machine);
    this.account = new Account(machine);
    this.inbox = new Inbox(machine);
  }

  @BeforeEach
  void joinAndSignIn() {
    Answer created = client.signUp(person);
    assertThat(created.status()).as(created.body()).isEqualTo(202);
    sub = created.json().getAsJsonObject("user").get("UserSub").getAsString();
    assertThat(client.validate(person, inbox.codeFor(person)).status()).isEqualTo(200);
    token = account.signIn(person).accessToken();
  }

  @Test
  void languageAndNamesChangeInTheRowAndInCognito() {
    Answer changed = client.change(token, "{\"givenName\":\"Jané\",\"locale\":\"es-mx\"}");
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    JsonObject profile = changed.json().getAsJsonObject("profile");
    assertThat(profile.get("givenName").getAsString()).isEqualTo("Jané");
    assertThat(profile.get("locale").getAsString()).isEqualTo("es-MX");
    assertThat(client.profile(token).body()).isEqualTo(changed.body());
    assertThat(account.row(sub))
        .containsEntry("givenName", AttributeValue.fromS("Jané"))
        .containsEntry("locale", AttributeValue.fromS("es-MX"))
        .containsEntry("email", AttributeValue.fromS(person.email()))
        .containsEntry("version", AttributeValue.fromN("2"));
    assertThat(account.attributes(token))
        .containsEntry("given_name", "Jané")
        .containsEntry("locale", "es-MX")
        .containsEntry("email", person.email());
  }

  @Test
  void nullRemovesANameFromBoth() {
    client.change(token, "{\"givenName\":\"Jane\",\"familyName\":\"Doe\"}");
    Answer changed = client.change(token, "{\"familyName\":null}");
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(account.row(sub)).containsKey("givenName").doesNotContainKey("familyName");
    assertThat(account.attributes(token))
        .containsEntry("given_name", "Jane")
        .doesNotContainKey("family_name");
  }

  @Test
  void missingRowIsWrittenWithTheChange() {
    account.deleteRow(sub);
    Answer changed = client.change(token, "{\"givenName\":\"Jane\"}");
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(account.row(sub)).containsEntry("givenName", AttributeValue.fromS("Jane"));
  }

  @Test
  void addressCannotBeChangedHere() {
    Map<String, AttributeValue> row = account.row(sub);
    Answer refused =
        client.change(token, "{\"givenName\":\"Jane\",\"email\":\"other@example.com\"}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("INVALID_FIELD");
    assertThat(refused.body()).contains("locale, givenName and familyName");
    assertThat(account.row(sub)).isEqualTo(row);
  }

  @Test
  void addressCannotBeChangedAtCognitoEither() {
    AttributeType other = AttributeType.builder().name("email").value("o@example.com").build();
    assertThatThrownBy(() ->
            account
                .cognito()
                .updateUserAttributes(update -> update.accessToken(token).userAttributes(other)))
        .isInstanceOfSatisfying(
            NotAuthorizedException.class,
            e ->
                assertThat(e.awsErrorDetails().errorMessage())
                    .isEqualTo("A client attempted to write unauthorized attribute"));
    assertThat(account.attributes(token)).containsEntry("email", person.email());
  }

  @Test
  void tokenThatWasRevokedChangesNothing() {
    Map<String, AttributeValue> row = account.row(sub);
    account.cognito().globalSignOut(out -> out.accessToken(token));
    Answer refused = client.change(token, "{\"givenName\":\"Jane\"}");
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.code()).isEqualTo("TOKEN_INVALID");
    assertThat(account.row(sub)).isEqualTo(row);
  }

  @Test
  void nobodyChangesAnythingWithoutAToken() {
    assertThat(client.change("no-token", "{\"givenName\":\"Jane\"}").status()).isEqualTo(401);
    assertThat(account.row(sub)).containsEntry("version", AttributeValue.fromN("1"));
  }
}
