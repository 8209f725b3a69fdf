package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import dev.gatehouse.local.cognito.signin.AuthParameters;
import dev.gatehouse.local.cognito.signin.SignInFlows;
import dev.gatehouse.local.cognito.signin.SignInRequest;

/** The operation by which a back end responds to a challenge. */
public record AdminRespondToAuthChallenge(UserPools pools, SignInFlows signIn)
    implements Operation {

  @Override
  public RequestShape shape() {
    return RespondToAuthChallenge.members(
            RequestShape.builder().required("UserPoolId", MemberConstraints.USER_POOL_ID))
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    return signIn.respond(
        request.text("ChallengeName"),
        request.optional("Session"),
        new SignInRequest(
            pools.pool(request.text("UserPoolId")).appClient(request.text("ClientId")),
            new AuthParameters(request.map("ChallengeResponses")),
            request.map("ClientMetadata")));
  }
}
