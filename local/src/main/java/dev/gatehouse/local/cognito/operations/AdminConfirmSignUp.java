package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.pools.ConfirmationCode.Purpose;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.pools.UserStatus;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import dev.gatehouse.local.cognito.requests.AdminUserRequest;
import dev.gatehouse.local.cognito.triggers.CallerContext;
import dev.gatehouse.local.cognito.triggers.PostConfirmation;
import java.time.Clock;

/** The operation that confirms a user without a code and leaves the e-mail address unverified. */
public record AdminConfirmSignUp(UserPools pools, PostConfirmation postConfirmation, Clock clock)
    implements Operation {

  @Override
  public RequestShape shape() {
    return AdminUserRequest.shape()
        .optional("ClientMetadata", MemberConstraints.CLIENT_METADATA)
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    UserPool pool = AdminUserRequest.pool(pools, request);
    String username = AdminUserRequest.user(pools, request).username();
    PoolUser user = pool.users().update(username, this::confirm);
    postConfirmation.confirmSignUp(pool, user, CallerContext.admin(request.map("ClientMetadata")));
    return new JsonObject();
  }

  private PoolUser confirm(PoolUser user) {
    ConfirmSignUp.requireUnconfirmed(user);
    return user.without(Purpose.SIGN_UP).with(UserStatus.CONFIRMED, clock.instant());
  }
}
