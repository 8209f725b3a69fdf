package dev.gatehouse.local.cognito.protocol;

import static dev.gatehouse.local.cognito.TestCognito.CLIENT;
import static dev.gatehouse.local.cognito.TestCognito.EMAIL;
import static dev.gatehouse.local.cognito.TestCognito.PASSWORD;
import static dev.gatehouse.local.cognito.TestCognito.json;
import static dev.gatehouse.local.cognito.TestCognito.list;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.cognito.TestCognito.Reply;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CognitoProtocolTest {
  private static final String DETECTED = "1 validation error detected: ";
  private static final String FAILED = " failed to satisfy constraint: ";
  private final TestCognito cognito = new TestCognito();

  @Test
  void errorIsJson11() {
    Reply reply = cognito.signIn(EMAIL, PASSWORD);
    Response response = reply.response();

    assertThat(reply.status()).isEqualTo(400);
    assertThat(response.text())
        .isEqualTo(
            "{\"__type\":\"NotAuthorizedException\","
                + "\"message\":\"Incorrect username or password.\"}");
    assertThat(response.headers())
        .containsEntry("Content-Type", List.of("application/x-amz-json-1.1"))
        .containsEntry("x-amzn-errortype", List.of("NotAuthorizedException:"))
        .containsEntry("x-amzn-errormessage", List.of("Incorrect username or password."));
    assertThat(reply.header("x-amzn-requestid")).hasSize(36);
  }

  @Test
  void resultIsJson11() {
    Response response = cognito.signUp(EMAIL).response();

    assertThat(response.headers())
        .containsEntry("Content-Type", List.of("application/x-amz-json-1.1"))
        .containsKey("x-amzn-requestid")
        .doesNotContainKey("x-amzn-errortype");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CreateManagedLoginBranding", "StartWebAuthnRegistration", "", "signUp"})
  void unknownOperationRefersToTheTableInOneLine(String operation) {
    Reply reply = cognito.send(operation, "{}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.type()).isEqualTo("UnknownOperationException");
    assertThat(reply.message())
        .isEqualTo(
            "AWSCognitoIdentityProviderService."
                + operation
                + " is not supported by the local emulator; see"
                + " https://github.com/gatehouse-dev/gatehouse/blob/main/local/README.md#cognito");
  }

  @Test
  void requestWithoutATargetIsAnUnknownOperation() {
    Response response =
        cognito.cognito.handle(
            new Request("POST", "/", Map.of(), Map.of(), "127.0.0.1", new byte[0]));

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.text()).contains("UnknownOperationException", "This operation is not");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{'ClientId':1}",
        "{ClientId:\"a\"}",
        "[]",
        "null",
        "1",
        "{} {}",
        "{\"ClientId\":1}",
        "{\"ClientId\":{}}",
        "{\"ClientId\":[]}",
        "{\"UserAttributes\":{}}",
        "{\"UserAttributes\":[1]}",
        "{\"ClientMetadata\":{\"a\":1}}",
        "{\"ClientMetadata\":[]}"
      })
  void invalidBodyIsASerializationException(String body) {
    Reply reply = cognito.send("SignUp", body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.type()).isEqualTo("SerializationException");
  }

  @Test
  void numberIsNotAString() {
    assertThat(cognito.send("SignUp", "{\"ClientId\":1}").message())
        .isEqualTo("NUMBER_VALUE can not be converted to a String");
    assertThat(cognito.send("ListUserPools", "{\"MaxResults\":\"1\"}").message())
        .isEqualTo("STRING_VALUE can not be converted to an Integer");
  }

  @Test
  void missingMembersAreReportedTogether() {
    assertThat(
            cognito
                .send("ConfirmSignUp", "{\"Username\":\"jane\",\"ConfirmationCode\":null}")
                .message())
        .isEqualTo(
            "2 validation errors detected: Value at 'clientId'"
                + FAILED
                + "Member must not be null; Value null at 'confirmationCode'"
                + FAILED
                + "Member must not be null");
    assertThat(cognito.send("DescribeUserPool", "").message())
        .isEqualTo(DETECTED + "Value null at 'userPoolId'" + FAILED + "Member must not be null");
  }

  @Test
  void sensitiveValuesAreNotRepeated() {
    String secret = "s3cret ".repeat(40);
    Reply reply =
        cognito.call("SignUp", json("ClientId", "!", "Username", secret, "Password", secret));

    assertThat(reply.type()).isEqualTo("InvalidParameterException");
    assertThat(reply.message())
        .startsWith("3 validation errors detected: ")
        .contains("Value at 'username'" + FAILED + "Member must have length less than or equal to")
        .doesNotContain("s3cret");
  }

  @Test
  void otherValuesAreRepeated() {
    assertThat(cognito.call("DescribeUserPool", json("UserPoolId", "nowhere")).message())
        .isEqualTo(
            DETECTED
                + "Value 'nowhere' at 'userPoolId'"
                + FAILED
                + "Member must satisfy regular expression pattern: [\\w-]+_[0-9a-zA-Z]+");
    assertThat(cognito.call("ListUserPools", json("MaxResults", 61)).message())
        .isEqualTo(
            DETECTED
                + "Value '61' at 'maxResults'"
                + FAILED
                + "Member must have value less than or equal to 60");
    assertThat(
            cognito.call("InitiateAuth", json("ClientId", CLIENT, "AuthFlow", "MAGIC")).message())
        .startsWith(
            DETECTED
                + "Value 'MAGIC' at 'authFlow'"
                + FAILED
                + "Member must satisfy enum value set: [USER_SRP_AUTH, ");
  }

  @Test
  void attributesAreReportedByTheirIndex() {
    Reply reply =
        cognito.call(
            "SignUp",
            json(
                "ClientId", CLIENT,
                "Username", EMAIL,
                "Password", PASSWORD,
                "UserAttributes",
                    list(
                        json("Name", "name", "Value", "Jane"),
                        json("Name", "x".repeat(33), "Value", "y".repeat(2049)))));

    assertThat(reply.message())
        .contains("'" + "x".repeat(33) + "' at 'userAttributes.2.member.name'")
        .contains("Value at 'userAttributes.2.member.value'")
        .doesNotContain("yyy");
  }

  @ParameterizedTest
  @CsvSource({
    "ConfirmSignUp, confirmationCode",
    "GetUser, accessToken",
    "AdminGetUser, username",
    "CreateUserPool, poolName",
    "RevokeToken, token",
    "RespondToAuthChallenge, challengeName",
    "ConfirmForgotPassword, password",
    "ListUserPools, maxResults",
    "CreateUserPoolClient, clientName",
    "InitiateAuth, authFlow"
  })
  void operationReportsItsMissingMember(String operation, String member) {
    assertThat(cognito.send(operation, "{}").message()).contains("at '" + member + "'");
  }

  @Test
  void longOrNonAsciiTextDoesNotBreakTheHeader() {
    Reply reply =
        cognito.call(
            "ConfirmSignUp",
            json(
                "ClientId", CLIENT,
                "Username", EMAIL,
                "ConfirmationCode", "é\r\nx-evil: 1 " + "1".repeat(5000)));
    String header = reply.header("x-amzn-errormessage");

    assertThat(header).hasSizeLessThanOrEqualTo(1024).matches("[\\x20-\\x7e]*");
    assertThat(reply.message()).contains("é");
  }

  @Test
  void largeInvalidBodyIsRejected() {
    assertThat(cognito.send("SignUp", "x".repeat(1 << 20)).type())
        .isEqualTo("SerializationException");
    assertThat(cognito.send("SignUp", "[".repeat(1 << 20)).type())
        .isEqualTo("SerializationException");
    assertThat(cognito.signUp("x".repeat(1 << 20)).type()).isEqualTo("InvalidParameterException");
  }

  @Test
  void emulatorContinuesAfterAnInternalError() {
    cognito.lambda.changeEvent(
        "pre-sign-up",
        event -> {
          throw new IllegalStateException(event.toString());
        });
    Reply reply = cognito.signUp(EMAIL);

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.type()).isEqualTo("InternalErrorException");
    assertThat(reply.message()).doesNotContain("Jane");
    cognito.lambda.changeEvent("pre-sign-up", event -> event);
    assertThat(cognito.signUp(EMAIL).status()).isEqualTo(200);
  }
}
