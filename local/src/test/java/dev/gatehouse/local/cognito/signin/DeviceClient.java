package dev.gatehouse.local.cognito.signin;

import static dev.gatehouse.local.cognito.TestCognito.EMAIL;
import static dev.gatehouse.local.cognito.TestCognito.PASSWORD;
import static dev.gatehouse.local.cognito.TestCognito.POOL;
import static dev.gatehouse.local.cognito.TestCognito.json;
import static dev.gatehouse.local.cognito.TestCognito.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.cognito.TestCognito.Reply;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.StreamSupport;

/** A client of a pool that tracks devices, and a device as a client keeps it. */
final class DeviceClient {
  static final String DEVICE_PASSWORD = "device-password";
  private static final String SALT = "0fedcba987654321";

  private final TestCognito cognito;
  private final String client;

  /** A device with the tokens of the sign-in that it was new at. */
  record NewDevice(String key, String groupKey, String accessToken, String refreshToken) {}

  DeviceClient(TestCognito cognito) {
    this.cognito = cognito;
    this.client =
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

  void track(boolean onlyOnPrompt, boolean replacesMfa) {
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

  Reply signIn(Object... more) {
    JsonObject parameters = json("USERNAME", EMAIL, "PASSWORD", PASSWORD);
    json(more).asMap().forEach(parameters::add);
    return initiate("USER_PASSWORD_AUTH", parameters);
  }

  Reply initiate(String flow, JsonObject parameters) {
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

  static NewDevice device(Reply signedIn) {
    String result = "AuthenticationResult";
    return new NewDevice(
        signedIn.text(result, "NewDeviceMetadata", "DeviceKey"),
        signedIn.text(result, "NewDeviceMetadata", "DeviceGroupKey"),
        signedIn.text(result, "AccessToken"),
        signedIn.text(result, "RefreshToken"));
  }

  Reply confirm(NewDevice device) {
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
        .encodeToString(HexFormat.of().parseHex(hex.length() % 2 == 0 ? hex : "0" + hex));
  }

  NewDevice confirmed() {
    NewDevice device = device(signIn());
    assertThat(confirm(device).status()).isEqualTo(200);
    return device;
  }

  Reply proveDevice(NewDevice device, Reply challenge, String password) {
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

  static String attribute(JsonObject device, String name) {
    return StreamSupport.stream(device.getAsJsonArray("DeviceAttributes").spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .filter(attribute -> attribute.get("Name").getAsString().equals(name))
        .map(attribute -> attribute.get("Value").getAsString())
        .findFirst()
        .orElse("");
  }
}
