package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Constraint.Blob;
import dev.gatehouse.local.awsjson.Constraint.Structure;
import dev.gatehouse.local.awsjson.Constraint.Text;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.devices.DeviceRequest;
import dev.gatehouse.local.cognito.pools.Device;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import dev.gatehouse.local.cognito.settings.DeviceConfiguration;
import dev.gatehouse.local.cognito.srp.SrpVerifier;
import dev.gatehouse.local.cognito.tokens.AccessTokenVerifier;
import dev.gatehouse.local.cognito.tokens.AccessTokenVerifier.Bearer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The operation that confirms the device of an access token with the verifier of its password. */
public record ConfirmDevice(AccessTokenVerifier tokens, Clock clock) implements Operation {
  /** More than a number of 3072 bits and its sign. */
  private static final int LONGEST_NUMBER = 512;

  @Override
  public RequestShape shape() {
    Blob number = new Blob(1, LONGEST_NUMBER);
    return DeviceRequest.withKey(
            RequestShape.builder().required("AccessToken", MemberConstraints.TOKEN))
        .optional(
            "DeviceSecretVerifierConfig",
            new Structure(
                Map.of("PasswordVerifier", number, "Salt", number),
                List.of("PasswordVerifier", "Salt")))
        .optional("DeviceName", new Text(1, 1024, null, false))
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    Bearer bearer = tokens.verify(request.text("AccessToken"));
    String key = request.text("DeviceKey");
    DeviceConfiguration settings =
        bearer.app().pool().settings().devices().orElseThrow(ConfirmDevice::invalidKey);
    if (!key.equals(bearer.deviceKey())) {
      throw invalidKey();
    }
    AwsRequest verifier =
        request
            .structure("DeviceSecretVerifierConfig")
            .orElseThrow(
                () -> CognitoErrors.invalidParameter("Missing DeviceSecretVerifierConfig."));
    Instant now = clock.instant();
    Device device =
        new Device(
            key,
            request.optional("DeviceName").orElse(null),
            SrpVerifier.of(verifier.bytes("Salt"), verifier.bytes("PasswordVerifier")),
            !settings.onlyOnUserPrompt(),
            now,
            now,
            now);
    bearer
        .app()
        .pool()
        .users()
        .update(bearer.user().username(), user -> requireNew(user, key).with(device));
    return Json.object("UserConfirmationNecessary", settings.onlyOnUserPrompt());
  }

  private static PoolUser requireNew(PoolUser user, String key) {
    if (user.device(key).isPresent()) {
      throw new AwsException("DeviceKeyExistsException", "Device key already exists.");
    }
    return user;
  }

  private static AwsException invalidKey() {
    return CognitoErrors.invalidParameter("Invalid device key given.");
  }
}
