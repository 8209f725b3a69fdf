package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.requests.AdminUserRequest;

/** The operation that revokes all tokens of a user as an administrator. */
public record AdminUserGlobalSignOut(UserPools pools) implements Operation {

  @Override
  public RequestShape shape() {
    return AdminUserRequest.shape().build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    String username = AdminUserRequest.user(pools, request).username();
    AdminUserRequest.pool(pools, request).sessions().revokeAllOf(username);
    return new JsonObject();
  }
}
