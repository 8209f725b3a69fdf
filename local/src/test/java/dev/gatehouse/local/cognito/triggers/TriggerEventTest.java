package dev.gatehouse.local.cognito.triggers;

import static dev.gatehouse.local.cognito.TestCognito.CLIENT;
import static dev.gatehouse.local.cognito.TestCognito.EMAIL;
import static dev.gatehouse.local.cognito.TestCognito.PASSWORD;
import static dev.gatehouse.local.cognito.TestCognito.POOL;
import static dev.gatehouse.local.cognito.TestCognito.json;
import static dev.gatehouse.local.cognito.TestCognito.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.FakeLambda;
import dev.gatehouse.local.cognito.TestCognito;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class TriggerEventTest {
  private final TestCognito cognito = new TestCognito();

  private JsonObject signUp() {
    return json(
        "ClientId", CLIENT,
        "Username", EMAIL,
        "Password", PASSWORD,
        "UserAttributes", list(json("Name", "given_name", "Value", "Jane")),
        "ClientMetadata", json("locale", "de"));
  }

  @Test
  void triggersRunInCognitosOrder() {
    cognito.signUp(EMAIL);
    cognito.confirm(EMAIL, cognito.mail.code());

    assertThat(cognito.lambda.sources())
        .containsExactly(
            "PreSignUp_SignUp", "CustomMessage_SignUp", "PostConfirmation_ConfirmSignUp");
  }

  @Test
  void preSignUpEventIsCognitos() {
    String sub = cognito.call("SignUp", signUp()).text("UserSub");

    assertThat(cognito.lambda.invocations.getFirst().event())
        .isEqualTo(
            "{\"version\":\"1\",\"region\":\"us-east-1\",\"userPoolId\":\""
                + POOL
                + "\",\"userName\":\""
                + sub
                + "\",\"callerContext\":{\"awsSdkVersion\":\"aws-sdk-unknown-unknown\","
                + "\"clientId\":\""
                + CLIENT
                + "\"},\"triggerSource\":\"PreSignUp_SignUp\",\"request\":{\"userAttributes\":"
                + "{\"given_name\":\"Jane\",\"email\":\"Jane@example.com\"},"
                + "\"validationData\":null,\"clientMetadata\":{\"locale\":\"de\"}},\"response\":"
                + "{\"autoConfirmUser\":false,\"autoVerifyEmail\":false,"
                + "\"autoVerifyPhone\":false}}");
  }

  @Test
  void customMessageEventIsCognitos() {
    String sub = cognito.signUp(EMAIL).text("UserSub");

    assertThat(cognito.lambda.last().event())
        .endsWith(
            "\"triggerSource\":\"CustomMessage_SignUp\",\"request\":{\"userAttributes\":{\"sub\":\""
                + sub
                + "\",\"email_verified\":\"false\",\"cognito:user_status\":\"UNCONFIRMED\","
                + "\"email\":\"Jane@example.com\"},\"codeParameter\":\"{####}\","
                + "\"linkParameter\":\"{##Click Here##}\",\"usernameParameter\":null},"
                + "\"response\":{\"smsMessage\":null,\"emailMessage\":null,"
                + "\"emailSubject\":null}}");
  }

  @Test
  void postConfirmationEventIsCognitos() {
    String sub = cognito.call("SignUp", signUp()).text("UserSub");
    cognito.call(
        "ConfirmSignUp",
        json(
            "ClientId",
            CLIENT,
            "Username",
            EMAIL,
            "ConfirmationCode",
            cognito.mail.code(),
            "ClientMetadata",
            json("k", "v")));

    assertThat(cognito.lambda.last().event())
        .contains("\"userName\":\"" + sub + "\"")
        .endsWith(
            "\"triggerSource\":\"PostConfirmation_ConfirmSignUp\",\"request\":{\"userAttributes\":"
                + "{\"sub\":\""
                + sub
                + "\",\"cognito:email_alias\":\"Jane@example.com\","
                + "\"cognito:user_status\":\"CONFIRMED\",\"email_verified\":\"true\","
                + "\"given_name\":\"Jane\",\"email\":\"Jane@example.com\"},"
                + "\"clientMetadata\":{\"k\":\"v\"}},\"response\":{}}");
  }

  @Test
  void functionIsInvokedByCognitoForThePoolWithATimeoutOfFiveSeconds() {
    cognito.signUp(EMAIL);

    FakeLambda.RecordedInvocation call = cognito.lambda.last();
    assertThat(call.functionArn()).endsWith(":function:gatehouse-local-custom-message:live");
    assertThat(call.principal()).isEqualTo("cognito-idp.amazonaws.com");
    assertThat(call.sourceArn())
        .isEqualTo("arn:aws:cognito-idp:us-east-1:000000000000:userpool/" + POOL);
    assertThat(call.timeout()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void validationDataReachesPreSignUp() {
    JsonObject signUp = signUp();
    signUp.add("ValidationData", list(json("Name", "invited-by", "Value", "Ann")));
    cognito.call("SignUp", signUp);

    assertThat(cognito.lambda.invocations.getFirst().event())
        .contains("\"validationData\":{\"invited-by\":\"Ann\"}");
  }
}
