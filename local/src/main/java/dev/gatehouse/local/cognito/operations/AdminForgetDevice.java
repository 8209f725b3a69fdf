package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonNull;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.devices.DeviceRequest;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.requests.AdminUserRequest;

/** The operation that removes a device of any user. */
public record AdminForgetDevice(UserPools pools) implements Operation {

  @Override
  public RequestShape shape() {
    return DeviceRequest.withKey(AdminUserRequest.shape()).build();
  }

  @Override
  public JsonNull execute(AwsRequest request) {
    DeviceRequest.forget(
        AdminUserRequest.pool(pools, request), AdminUserRequest.user(pools, request), request);
    return JsonNull.INSTANCE;
  }
}
