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
import dev.gatehouse.integrationtests.emulator.WithLocalEmulator;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@WithLocalEmulator
class ChangedProfileJourneyIT {
  private final ApiClient client;
  private final AwsAccount account;
  private final Inbox inbox;
  private final SignUpUser user = SignUpUser.create();
  private String sub = "";
  private String token = "";

  ChangedProfileJourneyIT(LocalEmulator emulator) {
    this.client = new ApiClient(emulator);
    this.account = new AwsAccount(emulator);
    this.inbox = new Inbox(emulator);
  }

  @BeforeEach
  void signUpAndSignIn() {
    TextResponse created = client.signUp(user);
    assertThat(created.status()).as(created.body()).isEqualTo(202);
    sub = created.json().getAsJsonObject("user").get("UserSub").getAsString();
    assertThat(client.validate(user, inbox.codeFor(user)).status()).isEqualTo(200);
    token = account.signIn(user).accessToken();
  }

  @Test
  void localeAndNamesChangeInTheRowAndInCognito() {
    TextResponse changed =
        client.changeProfile(token, "{\"givenName\":\"Jané\",\"locale\":\"es-mx\"}");
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    JsonObject profile = changed.json().getAsJsonObject("profile");
    assertThat(profile.get("givenName").getAsString()).isEqualTo("Jané");
    assertThat(profile.get("locale").getAsString()).isEqualTo("es-MX");
    assertThat(client.profile(token).body()).isEqualTo(changed.body());
    assertThat(account.row(sub))
        .containsEntry("givenName", AttributeValue.fromS("Jané"))
        .containsEntry("locale", AttributeValue.fromS("es-MX"))
        .containsEntry("email", AttributeValue.fromS(user.email()))
        .containsEntry("version", AttributeValue.fromN("2"));
    assertThat(account.attributes(token))
        .containsEntry("given_name", "Jané")
        .containsEntry("locale", "es-MX")
        .containsEntry("email", user.email());
  }

  @Test
  void nullRemovesANameFromBoth() {
    client.changeProfile(token, "{\"givenName\":\"Jane\",\"familyName\":\"Doe\"}");
    TextResponse changed = client.changeProfile(token, "{\"familyName\":null}");
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(account.row(sub)).containsKey("givenName").doesNotContainKey("familyName");
    assertThat(account.attributes(token))
        .containsEntry("given_name", "Jane")
        .doesNotContainKey("family_name");
  }

  @Test
  void missingRowIsWrittenWithTheChange() {
    account.deleteRow(sub);
    TextResponse changed = client.changeProfile(token, "{\"givenName\":\"Jane\"}");
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(account.row(sub)).containsEntry("givenName", AttributeValue.fromS("Jane"));
  }

  @Test
  void addressCannotBeChangedThroughTheApi() {
    Map<String, AttributeValue> row = account.row(sub);
    TextResponse refused =
        client.changeProfile(token, "{\"givenName\":\"Jane\",\"email\":\"other@example.com\"}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("INVALID_FIELD");
    assertThat(refused.body()).contains("locale, givenName and familyName");
    assertThat(account.row(sub)).isEqualTo(row);
  }

  @Test
  void addressCannotBeChangedThroughCognito() {
    AttributeType other = AttributeType.builder().name("email").value("o@example.com").build();
    assertThatThrownBy(
            () ->
                account
                    .cognito()
                    .updateUserAttributes(
                        update -> update.accessToken(token).userAttributes(other)))
        .isInstanceOfSatisfying(
            NotAuthorizedException.class,
            e ->
                assertThat(e.awsErrorDetails().errorMessage())
                    .isEqualTo("A client attempted to write unauthorized attribute"));
    assertThat(account.attributes(token)).containsEntry("email", user.email());
  }

  @Test
  void revokedTokenChangesNothing() {
    Map<String, AttributeValue> row = account.row(sub);
    account.cognito().globalSignOut(out -> out.accessToken(token));
    TextResponse refused = client.changeProfile(token, "{\"givenName\":\"Jane\"}");
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.code()).isEqualTo("TOKEN_INVALID");
    assertThat(account.row(sub)).isEqualTo(row);
  }

  @Test
  void requestWithoutATokenChangesNothing() {
    assertThat(client.changeProfile("no-token", "{\"givenName\":\"Jane\"}").status())
        .isEqualTo(401);
    assertThat(account.row(sub)).containsEntry("version", AttributeValue.fromN("1"));
  }
}
