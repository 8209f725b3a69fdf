package dev.gatehouse.local.cognito.operations;

import static dev.gatehouse.local.cognito.TestCognito.EMAIL;
import static dev.gatehouse.local.cognito.TestCognito.PASSWORD;
import static dev.gatehouse.local.cognito.TestCognito.PLAIN;
import static dev.gatehouse.local.cognito.TestCognito.POOL;
import static dev.gatehouse.local.cognito.TestCognito.json;
import static dev.gatehouse.local.cognito.TestCognito.list;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.cognito.TestCognito.Reply;
import dev.gatehouse.local.lambda.invoke.InvocationResult;
import org.junit.jupiter.api.Test;

final class SignUpTest {
  private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private final TestCognito cognito = new TestCognito();

  @Test
  void newUserIsUnconfirmedAndTheResponseHasTheDestination() {
    Reply reply = cognito.signUp(EMAIL);

    assertThat(reply.status()).isEqualTo(200);
    String sub = reply.text("UserSub");
    assertThat(sub).matches(UUID);
    assertThat(reply.response().text())
        .isEqualTo(
            "{\"UserConfirmed\":false,\"UserSub\":\""
                + sub
                + "\",\"CodeDeliveryDetails\":{\"Destination\":\"J***@e***\","
                + "\"DeliveryMedium\":\"EMAIL\",\"AttributeName\":\"email\"}}");
  }

  @Test
  void emailHasTheIdentityTheCustomMessageAndTheCode() {
    cognito.lambda.changeResponse(
        "custom-message",
        response -> {
          response.addProperty("emailMessage", "<p>Code: <b>{####}</b> or again {####}</p>");
          response.addProperty("emailSubject", "Welcome {####}");
        });
    cognito.signUp(EMAIL);

    assertThat(cognito.mail.last().source()).isEqualTo("Gatehouse <no-reply@gatehouse.test>");
    assertThat(cognito.mail.last().to()).containsExactly(EMAIL);
    assertThat(cognito.mail.last().subject()).isEqualTo("Welcome {####}");
    String code = cognito.mail.code();
    assertThat(cognito.mail.last().html())
        .isEqualTo("<p>Code: <b>" + code + "</b> or again " + code + "</p>");
    assertThat(cognito.mail.last().text()).isNull();
  }

  @Test
  void unsetTextComesFromTheTemplateOfThePool() {
    cognito.lambda.changeResponse(
        "custom-message", response -> response.addProperty("emailSubject", "Hello"));
    cognito.signUp(EMAIL);

    assertThat(cognito.mail.last().subject()).isEqualTo("Hello");
    assertThat(cognito.mail.last().html())
        .isEqualTo("Your verification code is " + cognito.mail.code() + ".");
  }

  @Test
  void autoConfirmedUserGetsPostConfirmationAndNoEmail() {
    cognito.lambda.changeResponse(
        "pre-sign-up", response -> response.addProperty("autoConfirmUser", true));
    Reply reply = cognito.signUp(EMAIL);

    assertThat(reply.json().keySet()).containsExactly("UserConfirmed", "UserSub");
    assertThat(reply.json().get("UserConfirmed").getAsBoolean()).isTrue();
    assertThat(cognito.mail.mails).isEmpty();
    assertThat(cognito.lambda.sources())
        .containsExactly("PreSignUp_SignUp", "PostConfirmation_ConfirmSignUp");
    assertThat(cognito.lambda.last().event())
        .contains("\"cognito:user_status\":\"CONFIRMED\",\"email_verified\":\"false\"");
    assertThat(cognito.signIn(EMAIL, PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void autoVerifiedEmailGetsNoCode() {
    cognito.lambda.changeResponse(
        "pre-sign-up", response -> response.addProperty("autoVerifyEmail", true));

    assertThat(cognito.signUp(EMAIL).json().has("CodeDeliveryDetails")).isFalse();
    assertThat(cognito.mail.mails).isEmpty();
  }

  @Test
  void preSignUpRunsBeforeTheDuplicateCheck() {
    cognito.signUp(EMAIL);
    cognito.lambda.respond("pre-sign-up", new InvocationResult.Failed("no", "{}"));

    assertThat(cognito.signUp(EMAIL).message()).isEqualTo("PreSignUp failed with error no.");
  }

  @Test
  void emailIsCaseInsensitive() {
    cognito.confirmed(EMAIL);

    assertThat(cognito.signUp("jANE@EXAMPLE.com").type()).isEqualTo("UsernameExistsException");
    assertThat(cognito.signIn("JANE@example.COM", PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void userStaysUnconfirmedIfCustomMessageFails() {
    cognito.lambda.respond("custom-message", new InvocationResult.Failed("no text", "{}"));

    assertThat(cognito.signUp(EMAIL).message())
        .isEqualTo("CustomMessage failed with error no text.");
    assertThat(status(EMAIL)).isEqualTo("UNCONFIRMED");
  }

  @Test
  void userStaysUnconfirmedIfTheEmailIsRejected() {
    cognito.mail.refusal = "Email address is not verified.";
    Reply reply = cognito.signUp(EMAIL);

    assertThat(reply.type()).isEqualTo("CodeDeliveryFailureException");
    assertThat(reply.message()).isEqualTo("Email address is not verified.");
    assertThat(status(EMAIL)).isEqualTo("UNCONFIRMED");
  }

  @Test
  void userStaysConfirmedIfPostConfirmationFails() {
    cognito.signUp(EMAIL);
    cognito.lambda.respond(
        "post-confirmation", new InvocationResult.Failed("table not found", "{}"));
    String code = cognito.mail.code();

    Reply first = cognito.confirm(EMAIL, code);
    assertThat(first.type()).isEqualTo("UserLambdaValidationException");
    assertThat(first.message()).isEqualTo("PostConfirmation failed with error table not found.");
    assertThat(status(EMAIL)).isEqualTo("CONFIRMED");
    assertThat(cognito.confirm(EMAIL, code).message())
        .isEqualTo("User cannot be confirmed. Current status is CONFIRMED");
    assertThat(cognito.lambda.sources().stream().filter(s -> s.startsWith("PostC"))).hasSize(1);
  }

  @Test
  void triggerMayCallTheApi() {
    cognito.lambda.changeEvent(
        "post-confirmation",
        event -> {
          Reply user = cognito.call("AdminGetUser", json("UserPoolId", POOL, "Username", EMAIL));
          assertThat(user.text("UserStatus")).isEqualTo("CONFIRMED");
          cognito.call("AdminDisableUser", json("UserPoolId", POOL, "Username", EMAIL));
          return event;
        });
    cognito.confirmed(EMAIL);

    assertThat(cognito.signIn(EMAIL, PASSWORD).message()).isEqualTo("User is disabled.");
  }

  @Test
  void poolWithUsernamesKeepsTheNameAndSendsNoEmail() {
    Reply reply =
        cognito.call(
            "SignUp",
            json(
                "ClientId",
                PLAIN,
                "Username",
                "jane",
                "Password",
                "Corr3ct-horse",
                "UserAttributes",
                list(
                    json("Name", "email", "Value", EMAIL),
                    json("Name", "nickname", "Value", "J"),
                    json("Name", "custom:team", "Value", "red"))));

    assertThat(reply.json().keySet()).containsExactly("UserConfirmed", "UserSub");
    assertThat(reply.text("UserSub")).matches(UUID);
    assertThat(cognito.mail.mails).isEmpty();
    assertThat(cognito.lambda.invocations).isEmpty();
    assertThat(
            cognito
                .call(
                    "AdminGetUser", json("UserPoolId", TestCognito.PLAIN_POOL, "Username", "jane"))
                .text("Username"))
        .isEqualTo("jane");
  }

  private String status(String email) {
    return cognito
        .call("AdminGetUser", json("UserPoolId", POOL, "Username", email))
        .text("UserStatus");
  }
}
