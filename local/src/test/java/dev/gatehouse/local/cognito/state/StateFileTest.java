package dev.gatehouse.local.cognito.state;

import static dev.gatehouse.local.cognito.TestCognito.CLIENT;
import static dev.gatehouse.local.cognito.TestCognito.EMAIL;
import static dev.gatehouse.local.cognito.TestCognito.PASSWORD;
import static dev.gatehouse.local.cognito.TestCognito.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.plan.PlanInvalid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

final class StateFileTest {
  private final TestCognito cognito = new TestCognito();

  @Test
  void usersTokensAndKeysSurviveARestart() {
    String sub = cognito.confirmed(EMAIL);
    JsonObject tokens = cognito.signIn(EMAIL, PASSWORD).object("AuthenticationResult");
    String keys = cognito.cognito.publicKeys(TestCognito.POOL).toString();
    cognito.restart();

    assertThat(cognito.cognito.publicKeys(TestCognito.POOL).toString()).isEqualTo(keys);
    String access = tokens.get("AccessToken").getAsString();
    assertThat(cognito.call("GetUser", json("AccessToken", access)).text("Username"))
        .isEqualTo(sub);
    String refresh = tokens.get("RefreshToken").getAsString();
    assertThat(cognito.refresh(CLIENT, refresh).status()).isEqualTo(200);
    assertThat(cognito.signIn(EMAIL, PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void codeIsValidAfterARestart() {
    cognito.signUp(EMAIL);
    cognito.restart();

    assertThat(cognito.confirm(EMAIL, cognito.mail.code()).status()).isEqualTo(200);
  }

  @Test
  void signOutSurvivesARestart() {
    cognito.confirmed(EMAIL);
    String access = cognito.signIn(EMAIL, PASSWORD).text("AuthenticationResult", "AccessToken");
    cognito.call("GlobalSignOut", json("AccessToken", access));
    cognito.restart();

    assertThat(cognito.call("GetUser", json("AccessToken", access)).message())
        .isEqualTo("Access Token has been revoked");
  }

  @Test
  void createdPoolAndItsClientsSurviveARestart() {
    String pool = cognito.call("CreateUserPool", json("PoolName", "p")).text("UserPool", "Id");
    String client =
        cognito
            .call(
                "CreateUserPoolClient",
                json("UserPoolId", pool, "ClientName", "c", "GenerateSecret", true))
            .response()
            .text();
    cognito.restart();

    assertThat(
            cognito
                .call(
                    "DescribeUserPoolClient",
                    json(
                        "UserPoolId",
                        pool,
                        "ClientId",
                        client.replaceAll(".*\"ClientId\":\"([^\"]+)\".*", "$1")))
                .response()
                .text())
        .isEqualTo(client);
  }

  @Test
  void fileHasNoPlainPasswordsAndIsReadableByItsOwnerOnly() throws IOException {
    String sub = cognito.confirmed(EMAIL);
    cognito.signIn(EMAIL, PASSWORD);
    String saved = Files.readString(cognito.data.resolve("cognito.json"));

    assertThat(saved).contains(sub).doesNotContain(PASSWORD);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(cognito.data.resolve("cognito.json"))))
        .isEqualTo("rw-------");
    try (var files = Files.list(cognito.data)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void corruptFileIsReportedAndNotOverwritten() throws IOException {
    Files.writeString(cognito.data.resolve("cognito.json"), "{\"pools\":[{");

    assertThatThrownBy(cognito::restart)
        .isInstanceOf(PlanInvalid.class)
        .hasMessageContaining("cognito.json cannot be read; remove it to start afresh");
    assertThat(cognito.data.resolve("cognito.json")).hasContent("{\"pools\":[{");
  }
}
