package dev.gatehouse.local.cognito;

import static dev.gatehouse.local.cognito.TestCognito.CLIENT;
import static dev.gatehouse.local.cognito.TestCognito.POOL;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Tests with invalid and random requests, the same on every run. */
final class RandomRequestTest {
  private static final List<String> OPERATIONS =
      List.of(
          "SignUp",
          "ConfirmSignUp",
          "ResendConfirmationCode",
          "InitiateAuth",
          "RespondToAuthChallenge",
          "GetUser",
          "ForgotPassword",
          "ConfirmForgotPassword",
          "GlobalSignOut",
          "RevokeToken",
          "DescribeUserPool",
          "DescribeUserPoolClient",
          "ListUserPools",
          "ListUserPoolClients",
          "ListUsers",
          "AdminGetUser",
          "AdminConfirmSignUp",
          "AdminCreateUser",
          "AdminDeleteUser",
          "AdminSetUserPassword",
          "AdminResetUserPassword",
          "AdminDisableUser",
          "AdminEnableUser",
          "CreateUserPool",
          "CreateUserPoolClient",
          "DeleteUser",
          "AdminInitiateAuth",
          "AdminRespondToAuthChallenge",
          "GetTokensFromRefreshToken",
          "ChangePassword",
          "CreateGroup",
          "UpdateGroup",
          "AdminAddUserToGroup",
          "AssociateSoftwareToken",
          "VerifySoftwareToken",
          "SetUserMFAPreference",
          "AdminSetUserMFAPreference",
          "SetUserPoolMfaConfig",
          "UpdateUserPool",
          "UpdateUserPoolClient",
          "AddCustomAttributes",
          "TagResource",
          "UntagResource");
  private static final List<String> NAMES =
      List.of(
          "ClientId",
          "Username",
          "Password",
          "UserPoolId",
          "ConfirmationCode",
          "AccessToken",
          "AuthFlow",
          "AuthParameters",
          "USERNAME",
          "PASSWORD",
          "SRP_A",
          "GroupName",
          "Precedence",
          "UserCode",
          "SoftwareTokenMfaSettings",
          "SoftwareTokenMfaConfiguration",
          "MfaConfiguration",
          "Enabled",
          "CustomAttributes",
          "Tags",
          "TagKeys",
          "ResourceArn",
          "REFRESH_TOKEN",
          "UserAttributes",
          "Name",
          "Value",
          "Token",
          "Session",
          "ChallengeName",
          "ChallengeResponses",
          "LambdaConfig",
          "Policies",
          "PasswordPolicy",
          "MinimumLength",
          "Schema",
          "Filter",
          "Limit",
          "MaxResults",
          "PaginationToken",
          "ClientMetadata",
          "EmailConfiguration",
          "SourceArn",
          "TokenValidityUnits",
          "AccessTokenValidity",
          "MessageAction",
          "Permanent");
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          CLIENT,
          POOL,
          "jane@example.com",
          "USER_PASSWORD_AUTH",
          "USER_SRP_AUTH",
          "REFRESH_TOKEN_AUTH",
          "NEW_PASSWORD_REQUIRED",
          "a.b.c",
          "eyJhbGciOiJub25lIn0.e30.",
          "\u0000",
          "{####}",
          "\ud800",
          "email = \"",
          "999999999999",
          "PASSWORD",
          "..",
          "a..b.c.d");

  private final TestCognito cognito = new TestCognito();
  private final Random random = new Random(20260301);

  @Test
  void randomBytesAreRejected() {
    for (int i = 0; i < 3000; i++) {
      byte[] body = new byte[1 + random.nextInt(200)];
      random.nextBytes(body);
      assertThat(send(pick(OPERATIONS), body).status()).isEqualTo(400);
    }
  }

  @Test
  void truncatedJsonIsRejected() {
    for (int i = 0; i < 3000; i++) {
      String json = object(3).toString();
      String broken = json.substring(0, random.nextInt(json.length()));
      if (!broken.isEmpty()) {
        assertThat(send(pick(OPERATIONS), broken.getBytes(UTF_8)).status()).isEqualTo(400);
      }
    }
  }

  @Test
  void randomJsonNeverCausesAnInternalError() {
    for (int i = 0; i < 6000; i++) {
      String operation = pick(OPERATIONS);
      String body = object(3).toString();
      Response response = send(operation, body.getBytes(UTF_8));
      assertThat(response.status()).as("%s %s", operation, body).isIn(200, 400);
    }
  }

  @Test
  void randomTargetIsAnUnknownOperation() {
    for (int i = 0; i < 1000; i++) {
      byte[] name = new byte[random.nextInt(40)];
      random.nextBytes(name);
      Response response = send(new String(name, UTF_8), "{}".getBytes(UTF_8));
      assertThat(response.status()).isEqualTo(400);
      assertThat(response.text()).contains("UnknownOperationException");
    }
  }

  private Response send(String operation, byte[] body) {
    Map<String, List<String>> headers =
        Map.of("X-Amz-Target", List.of("AWSCognitoIdentityProviderService." + operation));
    return cognito.cognito.handle(new Request("POST", "/", Map.of(), headers, "127.0.0.1", body));
  }

  private JsonObject object(int depth) {
    JsonObject object = new JsonObject();
    for (int i = 1 + random.nextInt(6); i > 0; i--) {
      object.add(pick(NAMES), element(depth - 1));
    }
    return object;
  }

  private JsonElement element(int depth) {
    return switch (random.nextInt(depth > 0 ? 8 : 6)) {
      case 0 -> JsonNull.INSTANCE;
      case 1 -> new JsonPrimitive(random.nextBoolean());
      case 2 -> new JsonPrimitive(random.nextInt(100) - 20);
      case 3, 4, 5 -> new JsonPrimitive(pick(TEXTS));
      case 6 -> object(depth);
      default -> {
        JsonArray array = new JsonArray();
        array.add(element(depth - 1));
        yield array;
      }
    };
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
