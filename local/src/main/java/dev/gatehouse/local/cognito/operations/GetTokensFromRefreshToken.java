package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.devices.DeviceRequest;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import dev.gatehouse.local.cognito.signin.RefreshTokenSignIn;
import java.util.Optional;

/** The operation that issues new tokens, and with rotation a new refresh token. */
public record GetTokensFromRefreshToken(UserPools pools, RefreshTokenSignIn signIn)
    implements Operation {

  @Override
  public RequestShape shape() {
    return RequestShape.builder()
        .required("RefreshToken", MemberConstraints.TOKEN)
        .required("ClientId", MemberConstraints.CLIENT_ID)
        .optional("ClientSecret", MemberConstraints.CLIENT_SECRET)
        .optional("DeviceKey", DeviceRequest.KEY)
        .optional("ClientMetadata", MemberConstraints.CLIENT_METADATA)
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    AppClient app = pools.client(request.text("ClientId"));
    requireSecret(app, request.optional("ClientSecret"));
    return Json.object(
        "AuthenticationResult",
        signIn.refresh(
            app,
            request.text("RefreshToken"),
            request.optional("DeviceKey"),
            request.map("ClientMetadata")));
  }

  private static void requireSecret(AppClient app, Optional<String> given) {
    String secret = app.client().secret();
    if (secret != null && !given.filter(secret::equals).isPresent()) {
      throw CognitoErrors.notAuthorized("Unable to verify the secret of client " + app.id());
    }
  }
}
