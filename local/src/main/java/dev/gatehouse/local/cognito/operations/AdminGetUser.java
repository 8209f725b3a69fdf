package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.requests.AdminUserRequest;
import dev.gatehouse.local.cognito.requests.ResponseJson;

/** The operation that returns a user to an administrator. */
public record AdminGetUser(UserPools pools) implements Operation {

  @Override
  public RequestShape shape() {
    return AdminUserRequest.shape().build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    return ResponseJson.user(AdminUserRequest.user(pools, request), "UserAttributes", name -> true);
  }
}
