package dev.gatehouse.local.cognito.operations;

import static dev.gatehouse.local.cognito.TestCognito.EMAIL;
import static dev.gatehouse.local.cognito.TestCognito.PASSWORD;
import static dev.gatehouse.local.cognito.TestCognito.POOL;
import static dev.gatehouse.local.cognito.TestCognito.json;
import static dev.gatehouse.local.cognito.TestCognito.list;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.cognito.TestCognito.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class WritableAttributeTest {
  private static final String UNAUTHORIZED = "A client attempted to write unauthorized attribute";

  private final TestCognito cognito = new TestCognito();
  private String client = "";

  @BeforeEach
  void createRestrictedClient() {
    client =
        cognito
            .call(
                "CreateUserPoolClient",
                json(
                    "UserPoolId", POOL,
                    "ClientName", "names",
                    "ExplicitAuthFlows", list("ALLOW_USER_PASSWORD_AUTH"),
                    "ReadAttributes", list("email", "given_name"),
                    "WriteAttributes", list("given_name", "locale")))
            .text("UserPoolClient", "ClientId");
  }

  private Reply signUp(String attribute, String value) {
    return cognito.call(
        "SignUp",
        json(
            "ClientId", client,
            "Username", EMAIL,
            "Password", PASSWORD,
            "UserAttributes", list(json("Name", attribute, "Value", value))));
  }

  private Reply update(String attribute, String value) {
    String token =
        cognito.signIn(client, EMAIL, PASSWORD).text("AuthenticationResult", "AccessToken");
    return cognito.call(
        "UpdateUserAttributes",
        json(
            "AccessToken", token, "UserAttributes", list(json("Name", attribute, "Value", value))));
  }

  @Test
  void emailAsUsernameIsAcceptedAtSignUpEvenIfUnwritable() {
    assertThat(signUp("email", EMAIL).status()).isEqualTo(200);
  }

  @Test
  void anotherEmailIsRejectedAtSignUp() {
    Reply refused = signUp("email", "somebody@example.com");

    assertThat(refused.type()).isEqualTo("NotAuthorizedException");
    assertThat(refused.message()).isEqualTo(UNAUTHORIZED);
    assertThat(signUp("family_name", "Doe").message()).isEqualTo(UNAUTHORIZED);
    assertThat(signUp("locale", "es").status()).isEqualTo(200);
  }

  @Test
  void clientCannotChangeTheEmail() {
    signUp("locale", "es");
    cognito.confirm(EMAIL, cognito.mail.code());

    assertThat(update("email", "jane@example.org").message()).isEqualTo(UNAUTHORIZED);
    assertThat(update("email", EMAIL).message()).isEqualTo(UNAUTHORIZED);
    assertThat(update("given_name", "Janet").status()).isEqualTo(200);
  }

  @Test
  void clientReadsOnlyItsAttributes() {
    signUp("locale", "es");
    cognito.confirm(EMAIL, cognito.mail.code());
    String token =
        cognito.signIn(client, EMAIL, PASSWORD).text("AuthenticationResult", "AccessToken");

    assertThat(cognito.call("GetUser", json("AccessToken", token)).json().toString())
        .contains(EMAIL, "\"sub\"")
        .doesNotContain("locale", "email_verified");
  }
}
