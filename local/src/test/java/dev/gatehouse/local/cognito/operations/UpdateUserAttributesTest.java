package dev.gatehouse.local.cognito.operations;

import static dev.gatehouse.local.cognito.TestCognito.EMAIL;
import static dev.gatehouse.local.cognito.TestCognito.PASSWORD;
import static dev.gatehouse.local.cognito.TestCognito.POOL;
import static dev.gatehouse.local.cognito.TestCognito.json;
import static dev.gatehouse.local.cognito.TestCognito.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.cognito.TestCognito.Reply;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class UpdateUserAttributesTest {
  private static final String OTHER = "jane@example.org";

  private final TestCognito cognito = new TestCognito();
  private String token = "";

  @BeforeEach
  void signedIn() {
    cognito.confirmed(EMAIL);
    token = cognito.signIn(EMAIL, PASSWORD).text("AuthenticationResult", "AccessToken");
  }

  private Reply update(String name, String value) {
    return cognito.call(
        "UpdateUserAttributes",
        json(
            "AccessToken",
            token,
            "UserAttributes",
            list(json("Name", name, "Value", value)),
            "ClientMetadata",
            json("locale", "es")));
  }

  private Reply ask() {
    return cognito.call(
        "GetUserAttributeVerificationCode", json("AccessToken", token, "AttributeName", "email"));
  }

  private Reply verify(String code) {
    return cognito.call(
        "VerifyUserAttribute", json("AccessToken", token, "AttributeName", "email", "Code", code));
  }

  private Reply byAdministrator(Object... namesAndValues) {
    JsonObject request = json("UserPoolId", POOL, "Username", EMAIL);
    var attributes = list();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      attributes.add(json("Name", namesAndValues[i], "Value", namesAndValues[i + 1]));
    }
    request.add("UserAttributes", attributes);
    return cognito.call("AdminUpdateUserAttributes", request);
  }

  private String user() {
    return cognito.call("GetUser", json("AccessToken", token)).json().toString();
  }

  @Test
  void otherAttributesChangeImmediatelyWithoutAnEmail() {
    int mails = cognito.mail.mails.size();

    assertThat(update("given_name", "Janet").response().text())
        .isEqualTo("{\"CodeDeliveryDetailsList\":[]}");
    assertThat(user()).contains("{\"Name\":\"given_name\",\"Value\":\"Janet\"}");
    assertThat(update("given_name", "").status()).isEqualTo(200);
    assertThat(user()).doesNotContain("given_name");
    assertThat(cognito.mail.mails).hasSize(mails);
  }

  @Test
  void newEmailIsPendingUntilVerified() {
    assertThat(update("email", OTHER).response().text())
        .isEqualTo(
            "{\"CodeDeliveryDetailsList\":[{\"Destination\":\"j***@e***\","
                + "\"DeliveryMedium\":\"EMAIL\",\"AttributeName\":\"email\"}]}");

    assertThat(cognito.mail.last().to()).containsExactly(OTHER);
    assertThat(cognito.lambda.last().event())
        .contains("\"triggerSource\":\"CustomMessage_UpdateUserAttribute\"")
        .contains("\"email_verified\":\"false\"", "\"email\":\"jane@example.org\"")
        .contains("\"cognito:user_status\":\"CONFIRMED\"")
        .contains("\"clientMetadata\":{\"locale\":\"es\"}");
    assertThat(user()).contains(EMAIL).contains("{\"Name\":\"email_verified\",\"Value\":\"true\"}");

    assertThat(verify(cognito.mail.code()).response().text()).isEqualTo("{}");
    assertThat(user()).contains(OTHER).doesNotContain(EMAIL);
    assertThat(cognito.signIn(OTHER, PASSWORD).status()).isEqualTo(200);
    assertThat(cognito.signIn(EMAIL, PASSWORD).status()).isEqualTo(400);
  }

  @Test
  void rejectedMessageLeavesTheEmailUnchanged() {
    cognito.lambda.changeResponse(
        "custom-message", response -> response.addProperty("emailMessage", ""));

    assertThat(update("email", OTHER).message()).isEqualTo("The message is empty.");
    assertThat(verify("123456").type()).isEqualTo("ExpiredCodeException");
    assertThat(user()).contains(EMAIL);
  }

  @Test
  void wrongAndExpiredCodesDoNotVerify() {
    update("email", OTHER);
    String code = cognito.mail.code();
    String wrong = code.equals("000000") ? "000001" : "000000";

    assertThat(verify(wrong).message())
        .isEqualTo("Invalid verification code provided, please try again.");
    cognito.clock.pass(Duration.ofHours(24));
    token = cognito.signIn(EMAIL, PASSWORD).text("AuthenticationResult", "AccessToken");
    assertThat(verify(code).message())
        .isEqualTo("Invalid code provided, please request a code again.");
    assertThat(user()).contains(EMAIL);
  }

  @Test
  void codeIsResentToThePendingEmail() {
    update("email", OTHER);
    assertThat(ask().text("CodeDeliveryDetails", "Destination")).isEqualTo("j***@e***");

    assertThat(cognito.lambda.last().source()).isEqualTo("CustomMessage_VerifyUserAttribute");
    assertThat(cognito.mail.last().to()).containsExactly(OTHER);
    assertThat(verify(cognito.mail.code()).status()).isEqualTo(200);
    assertThat(user()).contains(OTHER);
  }

  @Test
  void emailOfAnotherUserIsRejected() {
    update("email", OTHER);
    String code = cognito.mail.code();
    assertThat(cognito.signUp(OTHER).status()).isEqualTo(200);

    for (Reply refused :
        new Reply[] {verify(code), update("email", OTHER.toUpperCase(java.util.Locale.ROOT))}) {
      assertThat(refused.type()).isEqualTo("AliasExistsException");
      assertThat(refused.message()).isEqualTo("An account with the given email already exists.");
    }
    assertThat(user()).contains(EMAIL);
  }

  @Test
  void unwritableAttributeIsRejectedAndNothingChanges() {
    assertThat(update("email_verified", "true").message())
        .isEqualTo("A client attempted to write unauthorized attribute");
    assertThat(update("sub", "x").type()).isEqualTo("NotAuthorizedException");
    assertThat(byAdministrator("sub", "x").message())
        .isEqualTo("user.sub: Attribute cannot be updated.");
    assertThat(byAdministrator("given_name", "J", "email", "no-address").message())
        .isEqualTo("Invalid email address format.");
    assertThat(update("email", "").type()).isEqualTo("InvalidParameterException");
    assertThat(update("shade", "red").message())
        .isEqualTo(
            "Attributes did not conform to the schema: shade: Attribute does not exist in the"
                + " schema.");
    assertThat(user()).contains(EMAIL).doesNotContain("given_name");
  }

  @Test
  void administratorMayMarkAnEmailAsVerifiedOrHaveItVerified() {
    int mails = cognito.mail.mails.size();
    assertThat(byAdministrator("email", OTHER).response().text()).isEqualTo("{}");
    assertThat(cognito.lambda.last().event())
        .contains("CustomMessage_UpdateUserAttribute", "CLIENT_ID_NOT_APPLICABLE");
    assertThat(user()).contains(EMAIL);

    byAdministrator("email", OTHER, "email_verified", "true");
    assertThat(user()).contains(OTHER, "{\"Name\":\"email_verified\",\"Value\":\"true\"}");
    assertThat(cognito.mail.mails).hasSize(mails + 1);
  }

  @Test
  void emailVerifiedByAnAdministratorSurvivesThePendingCode() {
    update("email", OTHER);
    String code = cognito.mail.code();
    byAdministrator("email", "j.doe@example.org", "email_verified", "true");

    assertThat(verify(code).type()).isEqualTo("ExpiredCodeException");
    assertThat(user()).contains("j.doe@example.org");
  }

  @Test
  void pendingEmailSurvivesARestart() {
    update("email", OTHER);
    cognito.restart();

    assertThat(verify(cognito.mail.code()).status()).isEqualTo(200);
    assertThat(user()).contains(OTHER);
  }

  @Test
  void attributesAreDeleted() {
    update("given_name", "Janet");
    JsonObject request = json("AccessToken", token, "UserAttributeNames", list("given_name"));

    assertThat(cognito.call("DeleteUserAttributes", request).response().text()).isEqualTo("{}");
    assertThat(user()).doesNotContain("given_name");
    JsonObject name = json("AccessToken", token, "UserAttributeNames", list("email"));
    assertThat(cognito.call("DeleteUserAttributes", name).type())
        .isEqualTo("InvalidParameterException");
  }

  @Test
  void sixthCodeWithinAnHourIsRejected() {
    for (int i = 0; i < 5; i++) {
      assertThat(ask().status()).isEqualTo(200);
    }
    assertThat(ask().message()).isEqualTo("Attempt limit exceeded, please try after some time.");
    for (int i = 0; i < 15; i++) {
      verify("no-code");
    }
    assertThat(verify("no-code").type()).isEqualTo("LimitExceededException");
  }
}
