package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;

/** The operation that deletes a user pool with its users, unless it is protected. */
public record DeleteUserPool(UserPools pools) implements Operation {

  @Override
  public RequestShape shape() {
    return RequestShape.builder().required("UserPoolId", MemberConstraints.USER_POOL_ID).build();
  }

  @Override
  public JsonElement execute(AwsRequest request) {
    UserPool pool = pools.pool(request.text("UserPoolId"));
    if (pool.settings().deletionProtection()) {
      throw CognitoErrors.invalidParameter(
          "The user pool cannot be deleted because deletion protection is activated."
              + " Deletion protection must be inactivated first.");
    }
    if (!pool.resources().domains().isEmpty()) {
      throw CognitoErrors.invalidParameter(
          "User pool cannot be deleted. It has a domain configured that should be deleted first.");
    }
    pools.remove(pool);
    return JsonNull.INSTANCE;
  }
}
