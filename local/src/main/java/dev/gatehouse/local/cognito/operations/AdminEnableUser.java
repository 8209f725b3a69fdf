package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.requests.AdminUserRequest;
import java.time.Clock;

/** The operation that enables a user. */
public record AdminEnableUser(UserPools pools, Clock clock) implements Operation {

  @Override
  public RequestShape shape() {
    return AdminUserRequest.shape().build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    String username = AdminUserRequest.user(pools, request).username();
    AdminUserRequest.pool(pools, request)
        .users()
        .update(username, user -> user.withEnabled(true, clock.instant()));
    return new JsonObject();
  }
}
