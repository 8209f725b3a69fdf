package dev.gatehouse.local.cognito.signin;

import static dev.gatehouse.local.cognito.TestCognito.EMAIL;
import static dev.gatehouse.local.cognito.TestCognito.PASSWORD;
import static dev.gatehouse.local.cognito.TestCognito.POOL;
import static dev.gatehouse.local.cognito.TestCognito.json;
import static dev.gatehouse.local.cognito.TestCognito.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.cognito.TestCognito.Reply;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Devices: how they are confirmed, sign in with a password of their own, and are forgotten. */
class DeviceSignInTest {
  private static final String DEVICE_PASSWORD = "device-password";
  private static final String SALT = "0fedcba987654321";

  private final TestCognito cognito = new TestCognito();
  private String client = "";

  /** A device with the tokens of the sign-in that it was new at. */
  private record NewDevice(String key, String groupKey, String accessToken, String refreshToken) {}

  @BeforeEach
  void signUpInPoolThatTracksDevices() {
    client =
        cognito
            .call(
                "CreateUserPoolClient",
                json(
                    "UserPoolId",
                    POOL,
                    "ClientName",
                    "devices",
                    "ExplicitAuthFlows",
                    list("ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH")))
            .text("UserPoolClient", "ClientId");
    cognito.confirmed(EMAIL);
    track(false, false);
  }

  private void track(boolean onlyOnPrompt, boolean replacesMfa) {
    JsonObject settings =
        json(
            "UserPoolId", POOL,
            "AutoVerifiedAttributes", list("email"),
            "EmailConfiguration",
                json(
                    "EmailSendingAccount",
                    "DEVELOPER",
                    "SourceArn",
                    "arn:aws:ses:us-east-1:000000000000:identity/example.com",
                    "From",
                    "no-reply@example.com"),
            "DeviceConfiguration",
                json(
                    "DeviceOnlyRememberedOnUserPrompt",
                    onlyOnPrompt,
                    "ChallengeRequiredOnNewDevice",
                    replacesMfa));
    Reply reply = cognito.call("UpdateUserPool", settings);
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
  }

  private Reply signIn(Object... more) {
    JsonObject parameters = json("USERNAME", EMAIL, "PASSWORD", PASSWORD);
    json(more).asMap().forEach(parameters::add);
    return initiate("USER_PASSWORD_AUTH", parameters);
  }

  private Reply initiate(String flow, JsonObject parameters) {
    return cognito.call(
        "InitiateAuth", json("ClientId", client, "AuthFlow", flow, "AuthParameters", parameters));
  }

  private Reply respond(String challenge, String session, JsonObject responses) {
    JsonObject request =
        json("ClientId", client, "ChallengeName", challenge, "ChallengeResponses", responses);
    if (!session.isEmpty()) {
      request.addProperty("Session", session);
    }
    return cognito.call("RespondToAuthChallenge", request);
  }

  private static NewDevice device(Reply signedIn) {
    String result = "AuthenticationResult";
    return new NewDevice(
        signedIn.text(result, "NewDeviceMetadata", "DeviceKey"),
        signedIn.text(result, "NewDeviceMetadata", "DeviceGroupKey"),
        signedIn.text(result, "AccessToken"),
        signedIn.text(result, "RefreshToken"));
  }

  private Reply confirm(NewDevice device) {
    SrpClient srp = srp(device, DEVICE_PASSWORD);
    return cognito.call(
        "ConfirmDevice",
        json(
            "AccessToken",
            device.accessToken(),
            "DeviceKey",
            device.key(),
            "DeviceName",
            "phone",
            "DeviceSecretVerifierConfig",
            json(
                "Salt", base64(SALT),
                "PasswordVerifier", base64(srp.verifier(SALT, device.key())))));
  }

  private static SrpClient srp(NewDevice device, String password) {
    return new SrpClient("_" + device.groupKey(), password);
  }

  private static String base64(String hex) {
    return Base64.getEncoder()
        .encodeToString(java.util.HexFormat.of().parseHex(hex.length() % 2 == 0 ? hex : "0" + hex));
  }

  private NewDevice confirmed() {
    NewDevice device = device(signIn());
    assertThat(confirm(device).status()).isEqualTo(200);
    return device;
  }

  private Reply proveDevice(NewDevice device, Reply challenge, String password) {
    assertThat(challenge.text("ChallengeName")).isEqualTo("DEVICE_SRP_AUTH");
    SrpClient srp = srp(device, password);
    JsonObject publicValue =
        json("USERNAME", EMAIL, "DEVICE_KEY", device.key(), "SRP_A", srp.publicValue());
    Reply exchange = respond("DEVICE_SRP_AUTH", challenge.text("Session"), publicValue);
    assertThat(exchange.text("ChallengeName")).isEqualTo("DEVICE_PASSWORD_VERIFIER");
    JsonObject parameters = exchange.object("ChallengeParameters");
    assertThat(parameters.keySet())
        .containsExactlyInAnyOrder("SALT", "SECRET_BLOCK", "SRP_B", "DEVICE_KEY", "USERNAME");
    parameters.addProperty("USER_ID_FOR_SRP", device.key());
    JsonObject responses = srp.responses(parameters);
    responses.addProperty("USERNAME", EMAIL);
    responses.addProperty("DEVICE_KEY", device.key());
    return respond("DEVICE_PASSWORD_VERIFIER", "", responses);
  }

  private static String attribute(JsonObject device, String name) {
    return StreamSupport.stream(device.getAsJsonArray("DeviceAttributes").spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .filter(attribute -> attribute.get("Name").getAsString().equals(name))
        .map(attribute -> attribute.get("Value").getAsString())
        .findFirst()
        .orElse("");
  }

  @Test
  void poolThatDoesNotTrackDevicesNamesNone() {
    cognito.call("UpdateUserPool", json("UserPoolId", POOL));
    assertThat(signIn().object("AuthenticationResult").has("NewDeviceMetadata")).isFalse();
  }

  @Test
  void newDeviceIsNamedInTheResultAndInTheAccessToken() throws Exception {
    NewDevice device = device(signIn());
    assertThat(device.key()).matches("us-east-1_[0-9a-f-]{36}");
    assertThat(device.groupKey()).matches("-[A-Za-z0-9]{8}");
    assertThat(SignedJWT.parse(device.accessToken()).getJWTClaimsSet().getStringClaim("device_key"))
        .isEqualTo(device.key());
  }

  @Test
  void confirmedDeviceSignsInWithItsOwnPassword() throws Exception {
    NewDevice device = confirmed();

    Reply signedIn = proveDevice(device, signIn("DEVICE_KEY", device.key()), DEVICE_PASSWORD);

    JsonObject result = signedIn.object("AuthenticationResult");
    assertThat(result.has("NewDeviceMetadata")).isFalse();
    String token = result.get("AccessToken").getAsString();
    assertThat(SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("device_key"))
        .isEqualTo(device.key());
  }

  @Test
  void wrongDevicePasswordIsRejected() {
    NewDevice device = confirmed();
    assertThat(proveDevice(device, signIn("DEVICE_KEY", device.key()), "another").message())
        .isEqualTo("Incorrect username or password.");
  }

  @Test
  void unknownDeviceDoesNotExist() {
    NewDevice device = device(signIn());
    Reply reply = signIn("DEVICE_KEY", device.key());
    assertThat(reply.type()).isEqualTo("ResourceNotFoundException");
    assertThat(reply.message()).isEqualTo("Device does not exist.");
  }

  @Test
  void onlyTheDeviceOfTheTokenIsConfirmedAndOnce() {
    NewDevice one = device(signIn());
    NewDevice two = device(signIn());
    NewDevice mixed = new NewDevice(two.key(), two.groupKey(), one.accessToken(), "");
    assertThat(confirm(mixed).message()).isEqualTo("Invalid device key given.");
    assertThat(confirm(one).json().get("UserConfirmationNecessary").getAsBoolean()).isFalse();
    assertThat(confirm(one).type()).isEqualTo("DeviceKeyExistsException");
  }

  @Test
  void devicesAreListedInPages() {
    NewDevice one = confirmed();
    NewDevice two = confirmed();
    Reply first = cognito.call("ListDevices", json("AccessToken", two.accessToken(), "Limit", 1));
    JsonObject device = first.json().getAsJsonArray("Devices").get(0).getAsJsonObject();
    assertThat(device.get("DeviceKey").getAsString()).isEqualTo(one.key());
    assertThat(attribute(device, "device_name")).isEqualTo("phone");
    assertThat(attribute(device, "dev:device_remembered_status")).isEqualTo("remembered");
    assertThat(attribute(device, "dev:device_arn"))
        .matches("arn:aws:cognito-idp:us-east-1:\\d{12}:owner/.*/device/" + one.key());

    Reply second =
        cognito.call(
            "AdminListDevices",
            json(
                "UserPoolId",
                POOL,
                "Username",
                EMAIL,
                "Limit",
                1,
                "PaginationToken",
                first.text("PaginationToken")));
    assertThat(second.toString()).contains(two.key()).doesNotContain(one.key(), "PaginationToken");
  }

  @Test
  void deviceIsRememberedOnlyAfterTheUserAgreesIfThePoolSaysSo() {
    track(true, false);
    NewDevice device = device(signIn());
    assertThat(confirm(device).json().get("UserConfirmationNecessary").getAsBoolean()).isTrue();
    assertThat(signIn("DEVICE_KEY", device.key()).object("AuthenticationResult").keySet())
        .contains("NewDeviceMetadata");

    JsonObject update =
        json(
            "AccessToken",
            device.accessToken(),
            "DeviceKey",
            device.key(),
            "DeviceRememberedStatus",
            "remembered");
    assertThat(cognito.call("UpdateDeviceStatus", update).toString()).isEqualTo("200 {}");
    assertThat(signIn("DEVICE_KEY", device.key()).text("ChallengeName"))
        .isEqualTo("DEVICE_SRP_AUTH");
  }

  @Test
  void administratorChangesAndForgetsAnyDevice() {
    NewDevice device = confirmed();
    JsonObject named = json("UserPoolId", POOL, "Username", EMAIL, "DeviceKey", device.key());
    JsonObject update = named.deepCopy();
    update.addProperty("DeviceRememberedStatus", "not_remembered");
    assertThat(cognito.call("AdminUpdateDeviceStatus", update).toString()).isEqualTo("200 {}");
    assertThat(
            attribute(
                cognito.call("AdminGetDevice", named).object("Device"),
                "dev:device_remembered_status"))
        .isEqualTo("not_remembered");
    assertThat(cognito.call("AdminForgetDevice", named).toString()).isEqualTo("200 ");
    assertThat(cognito.call("AdminGetDevice", named).type()).isEqualTo("ResourceNotFoundException");
  }

  @Test
  void refreshTokenWorksOnTheConfirmedDeviceOnly() {
    NewDevice device = device(signIn());
    JsonObject refresh = json("REFRESH_TOKEN", device.refreshToken(), "DEVICE_KEY", device.key());
    assertThat(initiate("REFRESH_TOKEN_AUTH", refresh).message())
        .isEqualTo("Invalid Refresh Token");
    confirm(device);
    assertThat(initiate("REFRESH_TOKEN_AUTH", refresh).status()).isEqualTo(200);
    for (String other : List.of("", confirmed().key())) {
      refresh.addProperty("DEVICE_KEY", other);
      assertThat(initiate("REFRESH_TOKEN_AUTH", refresh).message())
          .isEqualTo("Invalid Refresh Token");
    }
    JsonObject named = json("AccessToken", device.accessToken(), "DeviceKey", device.key());
    assertThat(cognito.call("ForgetDevice", named).status()).isEqualTo(200);
    refresh.addProperty("DEVICE_KEY", device.key());
    assertThat(initiate("REFRESH_TOKEN_AUTH", refresh).message())
        .isEqualTo("Invalid Refresh Token");
  }

  @Test
  void rememberedDeviceReplacesTheSecondFactorIfThePoolSaysSo() {
    track(false, true);
    NewDevice device = confirmed();
    JsonObject mfa =
        json(
            "UserPoolId",
            POOL,
            "MfaConfiguration",
            "ON",
            "EmailMfaConfiguration",
            json("Message", "Code {####}", "Subject", "Code"));
    assertThat(cognito.call("SetUserPoolMfaConfig", mfa).status()).isEqualTo(200);

    assertThat(signIn().text("ChallengeName")).isEqualTo("EMAIL_OTP");
    int sent = cognito.mail.mails.size();
    Reply challenge = signIn("DEVICE_KEY", device.key());
    assertThat(proveDevice(device, challenge, DEVICE_PASSWORD).status()).isEqualTo(200);
    assertThat(cognito.mail.mails).hasSize(sent);
  }

  @Test
  void deviceSurvivesRestart() {
    NewDevice device = confirmed();
    cognito.restart();
    assertThat(
            cognito
                .call(
                    "GetDevice",
                    json("AccessToken", device.accessToken(), "DeviceKey", device.key()))
                .object("Device")
                .get("DeviceKey")
                .getAsString())
        .isEqualTo(device.key());
  }
}
