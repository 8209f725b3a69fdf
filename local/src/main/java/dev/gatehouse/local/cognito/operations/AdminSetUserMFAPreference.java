package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.mfa.MfaPreferences;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.requests.AdminUserRequest;

/** The operation by which an administrator turns a user's second factors on and off. */
public record AdminSetUserMFAPreference(UserPools pools) implements Operation {

  @Override
  public RequestShape shape() {
    return MfaPreferences.members(AdminUserRequest.shape()).build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    MfaPreferences.apply(
        AdminUserRequest.pool(pools, request), AdminUserRequest.user(pools, request), request);
    return new JsonObject();
  }
}
