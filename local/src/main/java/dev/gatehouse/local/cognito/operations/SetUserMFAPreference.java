package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.mfa.MfaPreferences;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import dev.gatehouse.local.cognito.tokens.AccessTokenVerifier;
import dev.gatehouse.local.cognito.tokens.AccessTokenVerifier.Bearer;

/** The operation by which the user of an access token turns second factors on and off. */
public record SetUserMFAPreference(AccessTokenVerifier tokens) implements Operation {

  @Override
  public RequestShape shape() {
    return MfaPreferences.members(
            RequestShape.builder().required("AccessToken", MemberConstraints.TOKEN))
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    Bearer bearer = tokens.verify(request.text("AccessToken"));
    MfaPreferences.apply(bearer.app().pool(), bearer.user(), request);
    return new JsonObject();
  }
}
