package dev.gatehouse.local.cognito.triggers;

import static dev.gatehouse.local.cognito.TestCognito.CLIENT;
import static dev.gatehouse.local.cognito.TestCognito.EMAIL;
import static dev.gatehouse.local.cognito.TestCognito.KEY;
import static dev.gatehouse.local.cognito.TestCognito.PASSWORD;
import static dev.gatehouse.local.cognito.TestCognito.POOL;
import static dev.gatehouse.local.cognito.TestCognito.json;
import static dev.gatehouse.local.cognito.TestCognito.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.encryptionsdk.CommitmentPolicy;
import com.amazonaws.encryptionsdk.exception.AwsCryptoException;
import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.lambda.invoke.InvocationResult;
import org.junit.jupiter.api.Test;

final class CustomEmailSenderTest {
  private static final String FUNCTION = "custom-email-sender";

  private final TestCognito cognito = new TestCognito(TestCognito.planWithSender());
  private final EncryptedCodes codes = new EncryptedCodes(cognito.kms);

  private String code() {
    return codes.newest(cognito.lambda);
  }

  private JsonObject user() {
    return json("UserPoolId", POOL, "Username", EMAIL);
  }

  @Test
  void senderReceivesCognitosEventAndCognitoSendsNoEmail() {
    String sub = cognito.signUp(EMAIL).text("UserSub");

    assertThat(cognito.lambda.last().event().replaceAll("\"code\":\"[A-Za-z0-9+/=]+\"", "CODE"))
        .isEqualTo(
            "{\"version\":\"1\",\"triggerSource\":\"CustomEmailSender_SignUp\","
                + "\"region\":\"us-east-1\",\"userPoolId\":\""
                + POOL
                + "\",\"userName\":\""
                + sub
                + "\",\"callerContext\":{\"awsSdkVersion\":\"aws-sdk-unknown-unknown\","
                + "\"clientId\":\""
                + CLIENT
                + "\"},\"request\":{\"type\":\"customEmailSenderRequestV1\",CODE,"
                + "\"clientMetadata\":null,\"userAttributes\":{\"sub\":\""
                + sub
                + "\",\"email_verified\":\"false\",\"cognito:user_status\":\"UNCONFIRMED\","
                + "\"email\":\"Jane@example.com\"}}}");
    assertThat(cognito.mail.mails).isEmpty();
  }

  @Test
  void codeIsAnEncryptionSdkMessageWithoutKeyCommitment() {
    cognito.signUp(EMAIL);
    byte[] message = EncryptedCodes.encrypted(cognito.lambda);

    assertThat(message).startsWith(0x01, 0x80, 0x03, 0x78);
    assertThatThrownBy(() -> codes.decrypt(message, CommitmentPolicy.RequireEncryptRequireDecrypt))
        .isInstanceOf(AwsCryptoException.class);
    EncryptedCodes.Decrypted decrypted =
        codes.decrypt(message, CommitmentPolicy.RequireEncryptAllowDecrypt);
    assertThat(decrypted.context())
        .containsEntry("userpool-id", POOL)
        .containsOnlyKeys("userpool-id", "aws-crypto-public-key");
    assertThat(decrypted.keys()).containsExactly(KEY);
  }

  @Test
  void encryptedCodeConfirms() {
    cognito.signUp(EMAIL);

    assertThat(code()).matches("\\d{6}");
    assertThat(cognito.confirm(EMAIL, code()).status()).isEqualTo(200);
  }

  @Test
  void senderReceivesEveryMessageAndCustomMessageNone() {
    cognito.call(
        "SignUp",
        json(
            "ClientId", CLIENT,
            "Username", EMAIL,
            "Password", PASSWORD,
            "ClientMetadata", json("locale", "es")));
    assertThat(cognito.lambda.last().event()).contains("\"clientMetadata\":{\"locale\":\"es\"}");
    cognito.call("ResendConfirmationCode", json("ClientId", CLIENT, "Username", EMAIL));
    cognito.confirm(EMAIL, code());
    cognito.call("ForgotPassword", json("ClientId", CLIENT, "Username", EMAIL));
    String token = cognito.signIn(EMAIL, PASSWORD).text("AuthenticationResult", "AccessToken");
    cognito.call(
        "UpdateUserAttributes",
        json(
            "AccessToken",
            token,
            "UserAttributes",
            list(json("Name", "email", "Value", "j@example.org"))));
    cognito.call(
        "GetUserAttributeVerificationCode", json("AccessToken", token, "AttributeName", "email"));
    cognito.call("AdminCreateUser", json("UserPoolId", POOL, "Username", "ann@example.com"));

    assertThat(cognito.lambda.sources())
        .filteredOn(source -> source.startsWith("Custom"))
        .containsExactly(
            "CustomEmailSender_SignUp",
            "CustomEmailSender_ResendCode",
            "CustomEmailSender_ForgotPassword",
            "CustomEmailSender_UpdateUserAttribute",
            "CustomEmailSender_VerifyUserAttribute",
            "CustomEmailSender_AdminCreateUser");
    assertThat(cognito.mail.mails).isEmpty();
  }

  @Test
  void temporaryPasswordHasEscapedBrackets() {
    JsonObject invitation = user();
    invitation.addProperty("TemporaryPassword", "A<b>&1-temporary");
    cognito.call("AdminCreateUser", invitation);

    assertThat(code()).isEqualTo("A&lt;b&gt;&1-temporary");
    assertThat(cognito.lambda.last().event()).contains("CLIENT_ID_NOT_APPLICABLE");
  }

  @Test
  void senderIsInvokedAsynchronouslyAndItsFailureIsIgnored() {
    cognito.lambda.respond(FUNCTION, new InvocationResult.Failed("no mail today", "{}"));

    assertThat(cognito.signUp(EMAIL).text("CodeDeliveryDetails", "Destination"))
        .isEqualTo("J***@e***");
    assertThat(cognito.confirm(EMAIL, code()).status()).isEqualTo(200);
  }

  @Test
  void senderWithoutPermissionFailsTheOperation() {
    cognito.lambda.respond(FUNCTION, new InvocationResult.AccessDenied());
    TestCognito.Reply refused = cognito.signUp(EMAIL);

    assertThat(refused.type()).isEqualTo("UnexpectedLambdaException");
    assertThat(refused.message())
        .isEqualTo("CustomEmailSender invocation failed due to error AccessDeniedException.");
    assertThat(cognito.call("AdminGetUser", user()).text("UserStatus")).isEqualTo("UNCONFIRMED");
    cognito.lambda.respond(FUNCTION, new InvocationResult.NotFound());
    assertThat(
            cognito
                .call("ResendConfirmationCode", json("ClientId", CLIENT, "Username", EMAIL))
                .message())
        .isEqualTo("CustomEmailSender invocation failed due to error ResourceNotFoundException.");
  }

  @Test
  void codeThatCannotBeEncryptedIsNotDeliveredAndTheNextOneIs() {
    assertThat(codes.change("DisableKey")).isEmpty();
    TestCognito.Reply undelivered = cognito.signUp(EMAIL);
    assertThat(undelivered.type()).isEqualTo("CodeDeliveryFailureException");
    assertThat(undelivered.message()).isEqualTo(KEY + " is disabled.");
    assertThat(cognito.call("AdminGetUser", user()).text("UserStatus")).isEqualTo("UNCONFIRMED");

    assertThat(codes.change("EnableKey")).isEmpty();
    cognito.call("ResendConfirmationCode", json("ClientId", CLIENT, "Username", EMAIL));
    assertThat(cognito.confirm(EMAIL, code()).status()).isEqualTo(200);
  }
}
