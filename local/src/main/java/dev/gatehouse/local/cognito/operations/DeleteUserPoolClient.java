package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;

/** The operation that deletes an app client; its tokens are no longer accepted. */
public record DeleteUserPoolClient(UserPools pools) implements Operation {

  @Override
  public RequestShape shape() {
    return RequestShape.builder()
        .required("UserPoolId", MemberConstraints.USER_POOL_ID)
        .required("ClientId", MemberConstraints.CLIENT_ID)
        .build();
  }

  @Override
  public JsonElement execute(AwsRequest request) {
    UserPool pool = pools.pool(request.text("UserPoolId"));
    pool.remove(pool.appClient(request.text("ClientId")).client());
    return JsonNull.INSTANCE;
  }
}
