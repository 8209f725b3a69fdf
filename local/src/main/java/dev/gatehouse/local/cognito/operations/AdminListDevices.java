package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.devices.DeviceRequest;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.requests.AdminUserRequest;

/** The operation that lists the devices of any user. */
public record AdminListDevices(UserPools pools) implements Operation {

  @Override
  public RequestShape shape() {
    return DeviceRequest.withPage(AdminUserRequest.shape()).build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    return DeviceRequest.list(
        AdminUserRequest.pool(pools, request), AdminUserRequest.user(pools, request), request);
  }
}
