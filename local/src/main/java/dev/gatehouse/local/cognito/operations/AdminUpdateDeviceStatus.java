package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.devices.DeviceRequest;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.requests.AdminUserRequest;
import java.time.Clock;

/** The operation that remembers a device of any user. */
public record AdminUpdateDeviceStatus(UserPools pools, Clock clock) implements Operation {

  @Override
  public RequestShape shape() {
    return DeviceRequest.withStatus(AdminUserRequest.shape()).build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    return DeviceRequest.updateStatus(
        AdminUserRequest.pool(pools, request),
        AdminUserRequest.user(pools, request),
        request,
        clock.instant());
  }
}
