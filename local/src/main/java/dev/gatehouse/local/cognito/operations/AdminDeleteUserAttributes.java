package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Constraint.ListOf;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import dev.gatehouse.local.cognito.requests.AdminUserRequest;
import dev.gatehouse.local.cognito.requests.AttributeUpdates;
import dev.gatehouse.local.cognito.triggers.CallerContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** The operation that deletes attributes of a user as an administrator. */
public record AdminDeleteUserAttributes(UserPools pools, AttributeUpdates updates)
    implements Operation {

  @Override
  public RequestShape shape() {
    return AdminUserRequest.shape()
        .required("UserAttributeNames", new ListOf(MemberConstraints.ATTRIBUTE_NAME))
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    PoolUser user = AdminUserRequest.user(pools, request);
    Map<String, String> removals = new LinkedHashMap<>();
    request.texts("UserAttributeNames").forEach(name -> removals.put(name, ""));
    CallerContext caller = CallerContext.admin(Map.of());
    updates.apply(AdminUserRequest.pool(pools, request), user, removals, caller);
    return new JsonObject();
  }
}
