package dev.gatehouse.local.cognito.state;

import static dev.gatehouse.local.cognito.TestCognito.CLIENT;
import static dev.gatehouse.local.cognito.TestCognito.EMAIL;
import static dev.gatehouse.local.cognito.TestCognito.PASSWORD;
import static dev.gatehouse.local.cognito.TestCognito.POOL;
import static dev.gatehouse.local.cognito.TestCognito.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StoredUserPoolsTest {
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
  void storeHasNoPlainPasswords() {
    String sub = cognito.confirmed(EMAIL);
    cognito.signIn(EMAIL, PASSWORD);

    assertThat(cognito.store.texts("cognito-users").values())
        .anyMatch(user -> user.contains(sub))
        .noneMatch(user -> user.contains(PASSWORD));
  }

  @Test
  void signInWritesItsSessionAndNoOtherUser() {
    cognito.confirmed(EMAIL);
    cognito.confirmed("other@example.com");
    Map<String, String> before = Map.copyOf(cognito.store.texts("cognito-users"));
    cognito.signIn(EMAIL, PASSWORD);

    assertThat(cognito.store.texts("cognito-users")).containsExactlyInAnyOrderEntriesOf(before);
    assertThat(cognito.store.texts("cognito-sessions")).hasSize(1);
  }

  @Test
  void deletedUserGroupAndPoolStayDeleted() {
    cognito.confirmed(EMAIL);
    cognito.signIn(EMAIL, PASSWORD);
    String pool = cognito.call("CreateUserPool", json("PoolName", "p")).text("UserPool", "Id");
    cognito.call("CreateGroup", json("UserPoolId", pool, "GroupName", "g"));
    cognito.call(
        "AdminCreateUser",
        json("UserPoolId", pool, "Username", "joe", "MessageAction", "SUPPRESS"));
    cognito.call("DeleteUserPool", json("UserPoolId", pool));
    cognito.call("AdminDeleteUser", json("UserPoolId", POOL, "Username", EMAIL));
    cognito.restart();

    assertThat(cognito.call("DescribeUserPool", json("UserPoolId", pool)).type())
        .isEqualTo("ResourceNotFoundException");
    assertThat(cognito.signUp(EMAIL).status()).isEqualTo(200);
    assertThat(cognito.store.texts("cognito-users")).hasSize(1);
    for (String name : List.of("cognito-sessions", "cognito-groups")) {
      assertThat(cognito.store.texts(name)).as(name).isEmpty();
    }
  }

  @Test
  void usersAreListedInTheOrderOfTheirCreationAfterARestart() {
    for (String name : List.of("c", "a", "b")) {
      cognito.signUp(name + "@example.com");
      cognito.clock.pass(Duration.ofSeconds(1));
    }
    String before = cognito.call("ListUsers", json("UserPoolId", POOL)).response().text();
    cognito.restart();

    assertThat(cognito.call("ListUsers", json("UserPoolId", POOL)).response().text())
        .isEqualTo(before);
  }

  @Test
  void lockoutAndAttemptsSurviveARestart() {
    cognito.confirmed(EMAIL);
    for (int i = 0; i < 5; i++) {
      cognito.signIn(EMAIL, "Wrong-horse-7");
    }
    for (int i = 0; i < 20; i++) {
      assertThat(forgotPassword().status()).isEqualTo(200);
    }
    cognito.restart();

    assertThat(cognito.signIn(EMAIL, PASSWORD).message()).isEqualTo("Password attempts exceeded");
    assertThat(forgotPassword().type()).isEqualTo("LimitExceededException");

    cognito.clock.pass(Duration.ofHours(2));
    assertThat(cognito.signIn(EMAIL, PASSWORD).status()).isEqualTo(200);
    assertThat(forgotPassword().status()).isEqualTo(200);
    assertThat(cognito.store.texts("cognito-lockouts")).isEmpty();
    assertThat(cognito.store.texts("cognito-attempts")).hasSize(1);
  }

  private TestCognito.Reply forgotPassword() {
    return cognito.call("ForgotPassword", json("ClientId", CLIENT, "Username", EMAIL));
  }

  @Test
  void changedPoolAndClientStayUntilThePlanDeclaresSomethingElse() {
    cognito.call(
        "UpdateUserPool",
        json("UserPoolId", POOL, "EmailVerificationSubject", "Changed by a client"));
    cognito.call(
        "UpdateUserPoolClient",
        json("UserPoolId", POOL, "ClientId", CLIENT, "ClientName", "renamed"));
    cognito.restart();
    assertThat(pool()).contains("Changed by a client");
    assertThat(client()).contains("\"ClientName\":\"renamed\"");

    Plan deployed = TestCognito.plan();
    for (Resource resource : deployed.resources()) {
      if (List.of("users", "api").contains(resource.name())) {
        resource.inputs().addProperty("name", "deployed");
      }
    }
    cognito.cognito = cognito.start(deployed);
    assertThat(pool()).doesNotContain("Changed by a client");
    assertThat(client()).contains("\"ClientName\":\"deployed\"");
  }

  private String pool() {
    return cognito.call("DescribeUserPool", json("UserPoolId", POOL)).response().text();
  }

  private String client() {
    return cognito
        .call("DescribeUserPoolClient", json("UserPoolId", POOL, "ClientId", CLIENT))
        .response()
        .text();
  }
}
