package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.requests.AdminUserRequest;

/** The operation that deletes a user as an administrator. */
public record AdminDeleteUser(UserPools pools) implements Operation {

  @Override
  public RequestShape shape() {
    return AdminUserRequest.shape().build();
  }

  @Override
  public JsonElement execute(AwsRequest request) {
    AdminUserRequest.pool(pools, request).remove(AdminUserRequest.user(pools, request));
    return JsonNull.INSTANCE;
  }
}
