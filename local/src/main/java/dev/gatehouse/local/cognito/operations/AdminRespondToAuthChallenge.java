package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import dev.gatehouse.local.cognito.signin.SignInFlows;

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
    return RespondToAuthChallenge.respond(
        signIn,
        request,
        pools.pool(request.text("UserPoolId")).appClient(request.text("ClientId")));
  }
}
