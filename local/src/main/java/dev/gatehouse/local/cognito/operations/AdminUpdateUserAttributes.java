package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.protocol.AttributeList;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import dev.gatehouse.local.cognito.requests.AdminUserRequest;
import dev.gatehouse.local.cognito.requests.AttributeUpdates;
import dev.gatehouse.local.cognito.triggers.CallerContext;

/**
 * The operation that updates attributes as an administrator, who may mark the e-mail address as
 * verified.
 */
public record AdminUpdateUserAttributes(UserPools pools, AttributeUpdates updates)
    implements Operation {

  @Override
  public RequestShape shape() {
    return AdminUserRequest.shape()
        .required("UserAttributes", MemberConstraints.ATTRIBUTE_LIST)
        .optional("ClientMetadata", MemberConstraints.CLIENT_METADATA)
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    UserPool pool = AdminUserRequest.pool(pools, request);
    PoolUser user = AdminUserRequest.user(pools, request);
    CallerContext caller = CallerContext.admin(request.map("ClientMetadata"));
    updates.apply(pool, user, AttributeList.of(request, "UserAttributes"), caller);
    return new JsonObject();
  }
}
