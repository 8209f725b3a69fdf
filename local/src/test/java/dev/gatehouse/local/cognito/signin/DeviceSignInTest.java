package dev.gatehouse.local.cognito.signin;

import static dev.gatehouse.local.cognito.TestCognito.EMAIL;
import static dev.gatehouse.local.cognito.TestCognito.POOL;
import static dev.gatehouse.local.cognito.TestCognito.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.cognito.TestCognito.Reply;
import dev.gatehouse.local.cognito.signin.DeviceClient.NewDevice;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Devices: how they are confirmed, sign in with a password of their own, and are forgotten. */
class DeviceSignInTest {
  private final TestCognito cognito = new TestCognito();
  private final DeviceClient client = new DeviceClient(cognito);

  @Test
  void poolThatDoesNotTrackDevicesNamesNone() {
    cognito.call("UpdateUserPool", json("UserPoolId", POOL));
    assertThat(client.signIn().object("AuthenticationResult").has("NewDeviceMetadata")).isFalse();
  }

  @Test
  void newDeviceIsNamedInTheResultAndInTheAccessToken() throws Exception {
    NewDevice device = DeviceClient.device(client.signIn());
    assertThat(device.key()).matches("us-east-1_[0-9a-f-]{36}");
    assertThat(device.groupKey()).matches("-[A-Za-z0-9]{8}");
    assertThat(SignedJWT.parse(device.accessToken()).getJWTClaimsSet().getStringClaim("device_key"))
        .isEqualTo(device.key());
  }

  @Test
  void confirmedDeviceSignsInWithItsOwnPassword() throws Exception {
    NewDevice device = client.confirmed();

    Reply signedIn =
        client.proveDevice(
            device, client.signIn("DEVICE_KEY", device.key()), DeviceClient.DEVICE_PASSWORD);

    JsonObject result = signedIn.object("AuthenticationResult");
    assertThat(result.has("NewDeviceMetadata")).isFalse();
    String token = result.get("AccessToken").getAsString();
    assertThat(SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("device_key"))
        .isEqualTo(device.key());
  }

  @Test
  void wrongDevicePasswordIsRejected() {
    NewDevice device = client.confirmed();
    assertThat(
            client
                .proveDevice(device, client.signIn("DEVICE_KEY", device.key()), "another")
                .message())
        .isEqualTo("Incorrect username or password.");
  }

  @Test
  void unknownDeviceDoesNotExist() {
    NewDevice device = DeviceClient.device(client.signIn());
    Reply reply = client.signIn("DEVICE_KEY", device.key());
    assertThat(reply.type()).isEqualTo("ResourceNotFoundException");
    assertThat(reply.message()).isEqualTo("Device does not exist.");
  }

  @Test
  void onlyTheDeviceOfTheTokenIsConfirmedAndOnce() {
    NewDevice one = DeviceClient.device(client.signIn());
    NewDevice two = DeviceClient.device(client.signIn());
    NewDevice mixed = new NewDevice(two.key(), two.groupKey(), one.accessToken(), "");
    assertThat(client.confirm(mixed).message()).isEqualTo("Invalid device key given.");
    assertThat(client.confirm(one).json().get("UserConfirmationNecessary").getAsBoolean())
        .isFalse();
    assertThat(client.confirm(one).type()).isEqualTo("DeviceKeyExistsException");
  }

  @Test
  void devicesAreListedInPages() {
    NewDevice one = client.confirmed();
    NewDevice two = client.confirmed();
    Reply first = cognito.call("ListDevices", json("AccessToken", two.accessToken(), "Limit", 1));
    JsonObject device = first.json().getAsJsonArray("Devices").get(0).getAsJsonObject();
    assertThat(device.get("DeviceKey").getAsString()).isEqualTo(one.key());
    assertThat(DeviceClient.attribute(device, "device_name")).isEqualTo("phone");
    assertThat(DeviceClient.attribute(device, "dev:device_remembered_status"))
        .isEqualTo("remembered");
    assertThat(DeviceClient.attribute(device, "dev:device_arn"))
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
    client.track(true, false);
    NewDevice device = DeviceClient.device(client.signIn());
    assertThat(client.confirm(device).json().get("UserConfirmationNecessary").getAsBoolean())
        .isTrue();
    assertThat(client.signIn("DEVICE_KEY", device.key()).object("AuthenticationResult").keySet())
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
    assertThat(client.signIn("DEVICE_KEY", device.key()).text("ChallengeName"))
        .isEqualTo("DEVICE_SRP_AUTH");
  }

  @Test
  void administratorChangesAndForgetsAnyDevice() {
    NewDevice device = client.confirmed();
    JsonObject named = json("UserPoolId", POOL, "Username", EMAIL, "DeviceKey", device.key());
    JsonObject update = named.deepCopy();
    update.addProperty("DeviceRememberedStatus", "not_remembered");
    assertThat(cognito.call("AdminUpdateDeviceStatus", update).toString()).isEqualTo("200 {}");
    assertThat(
            DeviceClient.attribute(
                cognito.call("AdminGetDevice", named).object("Device"),
                "dev:device_remembered_status"))
        .isEqualTo("not_remembered");
    assertThat(cognito.call("AdminForgetDevice", named).toString()).isEqualTo("200 ");
    assertThat(cognito.call("AdminGetDevice", named).type()).isEqualTo("ResourceNotFoundException");
  }

  @Test
  void refreshTokenWorksOnTheConfirmedDeviceOnly() {
    NewDevice device = DeviceClient.device(client.signIn());
    JsonObject refresh = json("REFRESH_TOKEN", device.refreshToken(), "DEVICE_KEY", device.key());
    assertThat(client.initiate("REFRESH_TOKEN_AUTH", refresh).message())
        .isEqualTo("Invalid Refresh Token");
    client.confirm(device);
    assertThat(client.initiate("REFRESH_TOKEN_AUTH", refresh).status()).isEqualTo(200);
    for (String other : List.of("", client.confirmed().key())) {
      refresh.addProperty("DEVICE_KEY", other);
      assertThat(client.initiate("REFRESH_TOKEN_AUTH", refresh).message())
          .isEqualTo("Invalid Refresh Token");
    }
    JsonObject named = json("AccessToken", device.accessToken(), "DeviceKey", device.key());
    assertThat(cognito.call("ForgetDevice", named).status()).isEqualTo(200);
    refresh.addProperty("DEVICE_KEY", device.key());
    assertThat(client.initiate("REFRESH_TOKEN_AUTH", refresh).message())
        .isEqualTo("Invalid Refresh Token");
  }

  @Test
  void rememberedDeviceReplacesTheSecondFactorIfThePoolSaysSo() {
    client.track(false, true);
    NewDevice device = client.confirmed();
    JsonObject mfa =
        json(
            "UserPoolId",
            POOL,
            "MfaConfiguration",
            "ON",
            "EmailMfaConfiguration",
            json("Message", "Code {####}", "Subject", "Code"));
    assertThat(cognito.call("SetUserPoolMfaConfig", mfa).status()).isEqualTo(200);

    assertThat(client.signIn().text("ChallengeName")).isEqualTo("EMAIL_OTP");
    int sent = cognito.mail.mails.size();
    Reply challenge = client.signIn("DEVICE_KEY", device.key());
    assertThat(client.proveDevice(device, challenge, DeviceClient.DEVICE_PASSWORD).status())
        .isEqualTo(200);
    assertThat(cognito.mail.mails).hasSize(sent);
  }

  @Test
  void deviceSurvivesRestart() {
    NewDevice device = client.confirmed();
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
